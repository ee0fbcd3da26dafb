package io.sparkusher.e2e.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of pods that were created at a steady rate.
 *
 * @param attempts every request, in the order in which they were sent
 */
record Creations(List<Attempt> attempts) {
    static Creations of(Collection<Attempt> attempts) {
        return new Creations(
                attempts.stream().sorted(Comparator.comparing(Attempt::sent)).toList());
    }

    List<Attempt> failed() {
        return attempts.stream().filter(Attempt::failed).toList();
    }

    private List<Attempt> notInjected() {
        return attempts.stream()
                .filter(attempt -> attempt.outcome() instanceof Outcome.NotInjected)
                .toList();
    }

    private long pods() {
        return attempts.stream().map(Attempt::pod).distinct().count();
    }

    /** Prints what happened, and keeps every attempt. */
    Creations report(NodeSettings settings, String what) {
        Path file = settings.evidence().resolve(what.replace(' ', '-') + ".csv");
        try {
            Files.writeString(
                    file,
                    attempts.stream()
                            .map(attempt -> attempt.pod() + "," + attempt.sent() + ","
                                    + attempt.took().toMillis() + "," + attempt.outcome())
                            .collect(Collectors.joining("\n")));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        Duration longest = attempts.stream()
                .map(Attempt::took)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        System.out.println("While " + what + ": " + pods() + " pods, " + failed().size()
                + " failed requests, the longest took " + longest.toMillis() + " ms; every request is in " + file);
        return this;
    }

    /** At least so many pods, and all of them at the first attempt, with what the policy adds or without. */
    void assertNotOneFailed(int atLeast) {
        assertTrue(pods() >= atLeast, () -> pods() + " pods are too few to tell");
        assertEquals(List.of(), failed());
    }

    void assertNoneWithoutItsInjection() {
        assertEquals(List.of(), notInjected());
    }

    /** Every pod was created in the end, if not at the first attempt. */
    void assertAllSucceededInTheEnd() {
        long created = attempts.stream()
                .filter(attempt -> !attempt.failed())
                .map(Attempt::pod)
                .distinct()
                .count();
        assertEquals(pods(), created);
    }
}
