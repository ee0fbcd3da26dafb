package io.sparkusher.e2e.replay;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Drivers and executors by the thousand, as fast as the API server takes them; a few, unless the build says otherwise. */
class ReplayIT {
    private static final int NAMESPACES = 3;

    /** After its start, until it does nothing. */
    private static final Duration TO_CALM_DOWN = Duration.ofSeconds(5);

    private final ReplaySettings size = ReplaySettings.ofTheBuild();

    @Test
    void changesEveryPodAndRefusesNone() throws Exception {
        EnumSet<Mutator> mutators = EnumSet.of(Mutator.USHER, Mutator.FLOOR, Mutator.NONE);
        try (Comparison comparison = Comparison.begin(mutators, NAMESPACES)) {
            comparison.makeNodes(size.nodes());
            Thread.sleep(TO_CALM_DOWN.toMillis());
            ReplayResults results = replay(comparison, List.copyOf(mutators));
            ResultsPage.write(comparison.settings(), "replay", results.text());
            assertTrue(results.callsPerPod() >= 1, results::text);
        }
    }

    private ReplayResults replay(Comparison comparison, List<Mutator> mutators) throws Exception {
        Memory idle = Memory.of(comparison.usher().pid());
        ReplayBlocks replays = new ReplayBlocks(comparison, Quiet.asNow(comparison.client()), size.driversOfARound());
        List<Block> blocks = new ArrayList<>();
        for (List<Mutator> round : new Rounds(mutators, size.rounds()).inOrder()) {
            for (Mutator mutator : round) {
                blocks.add(replays.run(mutator));
            }
        }
        return new ReplayResults(
                Setting.of(comparison),
                size,
                comparison.injection().operations(),
                blocks,
                idle,
                Memory.of(comparison.usher().pid()));
    }
}
