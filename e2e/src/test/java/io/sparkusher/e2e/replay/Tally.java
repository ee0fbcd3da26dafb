package io.sparkusher.e2e.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;

/**
 * What came of a replay.
 *
 * @param pods how many were to be created; those of a driver that was refused are never asked for
 * @param refusals why, of each pod that was refused
 */
record Tally(int pods, int created, List<String> refusals, Duration took) {
    private static final int ENOUGH_REFUSALS = 3;

    double createdPerSecond() {
        return created / (took.toNanos() / (double) Duration.ofSeconds(1).toNanos());
    }

    /** Every pod was created. */
    Tally requireAll(Mutator mutator) {
        assertEquals(
                pods,
                created,
                () -> "with " + mutator.title() + " " + refusals.size() + " pods were refused, among them: "
                        + refusals.stream().limit(ENOUGH_REFUSALS).toList());
        return this;
    }
}
