package io.sparkusher.e2e.node;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two versions serve at once, as in every upgrade. Until there are two, one is told from the other by the image's name.
 */
@ExtendWith(NodeExtension.class)
@Tag("node")
class UpgradeIT {
    private static final int PODS_PER_SECOND = 20;
    private static final int ENOUGH_PODS = 100;
    private static final int CASES_THAT_MUST_CHANGE_SOMETHING = 100;

    private final NodeCluster cluster;
    private final String next;

    UpgradeIT(NodeCluster cluster) {
        this.cluster = cluster;
        this.next = cluster.settings().image() + "-next";
    }

    @BeforeEach
    void install() {
        cluster.node().alias(cluster.settings().image(), next);
        cluster.install();
    }

    @AfterEach
    void goOn() {
        cluster.usher().pause(false);
    }

    @Test
    void aPodThatOneVersionReviewedGetsNothingMoreFromTheOther() throws IOException {
        try (GoldenCases golden = new GoldenCases(cluster.settings(), cluster.client())) {
            haveBothVersionsServe();
            golden.apply();
            Authorities trusted = cluster.usher().authorities();
            try (ReplicaConnection before =
                            replicaOf(cluster.settings().image()).connect(trusted);
                    ReplicaConnection after = replicaOf(next).connect(trusted)) {
                assertEquals(List.of(), casesThatChangeAgain(golden, before, after));
                assertEquals(List.of(), casesThatChangeAgain(golden, after, before));
            }
        }
    }

    @Test
    void notOneCreationFailsWhileTheOtherVersionIsApplied() throws InterruptedException, TimeoutException {
        PodCreation pods = PodCreation.dryRun(cluster.settings(), cluster.client());
        try (SteadyCreation creation = SteadyCreation.start(pods, PODS_PER_SECOND)) {
            creation.awaitMore(ENOUGH_PODS);
            cluster.usher().install(next);
            creation.awaitMore(ENOUGH_PODS);
            Creations creations = creation.stop().report(cluster.settings(), "another version is applied");
            creations.assertNotOneFailed(ENOUGH_PODS);
            creations.assertNoneWithoutItsInjection();
        }
    }

    /** The rollout stops where the first new replica is ready and no old one has ended. */
    private void haveBothVersionsServe() {
        cluster.usher().apply(next);
        await("the first replica of " + next)
                .atMost(NodeCluster.TO_SETTLE)
                .until(() -> cluster.usher().hasPodOf(next));
        cluster.usher().pause(true);
        await("both versions to be ready")
                .atMost(NodeCluster.TO_SETTLE)
                .until(() -> isReady(next) && isReady(cluster.settings().image()));
    }

    private boolean isReady(String image) {
        return cluster.usher().replicas().stream()
                .anyMatch(replica -> replica.image().equals(image));
    }

    private Replica replicaOf(String image) {
        return cluster.usher().replicas().stream()
                .filter(replica -> replica.image().equals(image))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> casesThatChangeAgain(
            GoldenCases golden, ReplicaConnection first, ReplicaConnection second) throws IOException {
        List<String> again = new ArrayList<>();
        int changed = 0;
        for (GoldenCase one : golden.cases()) {
            JsonNode once = new Review(first, one.namespace()).of(one.pod());
            JsonNode twice = new Review(second, one.namespace()).of(once);
            changed += once.equals(one.pod()) ? 0 : 1;
            if (!twice.equals(once)) {
                again.add(one.name());
            }
        }
        int changedInAll = changed;
        assertTrue(changed >= CASES_THAT_MUST_CHANGE_SOMETHING, () -> "only " + changedInAll + " pods were changed");
        return again;
    }
}
