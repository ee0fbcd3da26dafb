package io.sparkusher.e2e.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What it adds to the creation of a pod: for a moment, unless the build says otherwise. */
class CreationLatencyIT {
    private static final int PER_SECOND = 50;
    private static final Duration TO_WARM_UP = Duration.ofSeconds(2);

    private final ReplaySettings size = ReplaySettings.ofTheBuild();

    @Test
    void addsTheSameAsTheApiServersOwnPolicyAndTimesTheDifference() throws Exception {
        EnumSet<Mutator> mutators = EnumSet.allOf(Mutator.class);
        try (Comparison comparison = Comparison.begin(mutators, 1)) {
            Injection injection = comparison.injection();
            for (Mutator mutator : EnumSet.of(Mutator.USHER, Mutator.FLOOR, Mutator.POLICY)) {
                injection.assertOn(comparison
                        .dryRun(namespace(comparison, mutator))
                        .require()
                        .pod());
            }
            CreationResults results = new CreationResults(
                    Setting.of(comparison), PER_SECOND, injection.operations(), measure(comparison, mutators));
            ResultsPage.write(comparison.settings(), "pod-creation", results.text());
        }
    }

    private Map<Mutator, List<Latencies>> measure(Comparison comparison, EnumSet<Mutator> mutators) {
        mutators.forEach(mutator -> run(comparison, mutator, TO_WARM_UP));
        Map<Mutator, List<Latencies>> measured = new EnumMap<>(Mutator.class);
        for (List<Mutator> round : new Rounds(List.copyOf(mutators), size.creationRounds()).inOrder()) {
            for (Mutator mutator : round) {
                measured.computeIfAbsent(mutator, ignored -> new ArrayList<>())
                        .add(run(comparison, mutator, Duration.ofSeconds(size.creationSeconds())));
            }
        }
        return measured;
    }

    private static Latencies run(Comparison comparison, Mutator mutator, Duration time) {
        String namespace = namespace(comparison, mutator);
        String pod = comparison.sampleExecutor(namespace);
        PodCreator creator = comparison.creator();
        return new OpenLoop(PER_SECOND).run(time, () -> creator.dryRun(namespace, pod));
    }

    private static String namespace(Comparison comparison, Mutator mutator) {
        return comparison.namespaces().of(mutator).get(0);
    }
}
