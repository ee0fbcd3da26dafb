package io.sparkusher.e2e.node;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
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
    private static final int PODS_THAT_MUST_BE_CHANGED = 300;

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
            Authorities trusted = cluster.usher().authorities();
            try (ReplicaConnection before =
                            replicaOf(cluster.settings().image()).connect(trusted);
                    ReplicaConnection after = replicaOf(next).connect(trusted)) {
                ChangedCases both = new ChangedCases();
                golden.withEach(inForce -> {
                    both.review(inForce, before, after);
                    both.review(inForce, after, before);
                });
                both.assertNoneChangedAgain(PODS_THAT_MUST_BE_CHANGED);
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
}
