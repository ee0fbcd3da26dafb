package io.sparkusher.e2e.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;

/** Replays from a cluster without pods, one block after the other, and looks at what the API server stored. */
final class ReplayBlocks {
    /** Of the pods that are measured, so many are created before, for everything that needs practice. */
    private static final double WARM_UP = 0.05;

    private static final int SAMPLE = 10;

    private final Comparison comparison;
    private final Quiet quiet;
    private final int drivers;

    /** The number of the next application. */
    private int next;

    /** @param drivers in each block */
    ReplayBlocks(Comparison comparison, Quiet quiet, int drivers) {
        this.comparison = comparison;
        this.quiet = quiet;
        this.drivers = drivers;
    }

    /** Every pod of it was created, and every pod was changed that should have been. */
    Block run(Mutator mutator) throws Exception {
        quiet.await();
        StoredPods pods =
                new StoredPods(comparison.client(), comparison.namespaces().of(mutator));
        try {
            Tally warmUp = replay(mutator, applications(mutator, (int) Math.ceil(drivers * WARM_UP)));
            List<Application> applications = applications(mutator, drivers);
            MeasuredUsher before = MeasuredUsher.read(comparison.usher());
            Tally tally = replay(mutator, applications);
            MeasuredUsher usher = MeasuredUsher.read(comparison.usher()).since(before);
            int created = warmUp.created() + tally.created();
            assertEquals(new StoredPods.Count(created, mutator.changesPods() ? created : 0), pods.count());
            if (mutator == Mutator.USHER) {
                assertInjected(applications);
            }
            pods.awaitBound();
            return new Block(mutator, tally, usher);
        } finally {
            pods.deleteAll();
        }
    }

    private Tally replay(Mutator mutator, List<Application> applications) throws InterruptedException {
        return Replay.of(comparison.creator(), applications).requireAll(mutator);
    }

    private List<Application> applications(Mutator mutator, int count) {
        List<String> namespaces = comparison.namespaces().of(mutator);
        int first = next;
        next += count;
        return IntStream.range(first, next)
                .mapToObj(number ->
                        new Application(comparison.template(), namespaces.get(number % namespaces.size()), number))
                .toList();
    }

    /** Of a few of them, evenly among all, every operation of the patch holds on what was stored. */
    private void assertInjected(List<Application> applications) throws Exception {
        Reviewer reviewer = new Reviewer(comparison.usher());
        int step = Math.max(1, applications.size() / SAMPLE);
        for (int index = 0; index < applications.size(); index += step) {
            Application application = applications.get(index);
            for (String pod : List.of(application.driver(), application.executor(Application.EXECUTORS, ""))) {
                ObjectNode submitted = Json.object(pod);
                reviewer.injection(submitted).assertOn(stored(submitted));
            }
        }
    }

    private ObjectNode stored(ObjectNode pod) {
        return Json.object(comparison
                .client()
                .raw("/api/v1/namespaces/" + pod.at("/metadata/namespace").asText() + "/pods/"
                        + pod.at("/metadata/name").asText()));
    }
}
