package io.sparkusher.e2e.node;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.Pod;
import io.sparkusher.e2e.ChildProcess;
import io.sparkusher.e2e.Settings;
import io.sparkusher.e2e.SparkSubmit;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pods are created at a steady rate, through the Service, while something happens to the replicas. */
@ExtendWith(NodeExtension.class)
@Tag("node")
class SteadyCreationIT {
    private static final int PODS_PER_SECOND = 20;

    /** A run of fewer pods says nothing. */
    private static final int ENOUGH_PODS = 100;

    /** A rotation waits for every API server to have read what it is to trust. */
    private static final Duration TO_ROTATE = Duration.ofMinutes(5);

    /** From when the endpoint is gone for us until it is gone for the API server, which has a watch of its own. */
    private static final Duration TO_HEAR_OF_IT = Duration.ofSeconds(1);

    private static final Duration TO_SUBMIT = Duration.ofMinutes(3);

    private final NodeCluster cluster;

    SteadyCreationIT(NodeCluster cluster) {
        this.cluster = cluster;
    }

    @BeforeEach
    void install() {
        cluster.install();
    }

    @Test
    void notOneCreationFailsWhileBothReplicasRoll() throws InterruptedException, TimeoutException {
        try (SteadyCreation creation = start()) {
            creation.awaitMore(ENOUGH_PODS);
            cluster.usher().restart();
            creation.awaitMore(ENOUGH_PODS);
            creation.stop().report(cluster.settings(), "both replicas roll").assertNotOneFailed(ENOUGH_PODS);
        }
    }

    @Test
    void notOneCreationFailsWhileTheAuthorityAndTheServingCertificatesRotate()
            throws InterruptedException, TimeoutException {
        Authorities before = cluster.usher().authorities();
        try (SteadyCreation creation = start()) {
            creation.awaitMore(ENOUGH_PODS);
            cluster.usher().rotate();
            await("the end of the rotation").atMost(TO_ROTATE).until(() -> isServedByAnother(before));
            creation.awaitMore(ENOUGH_PODS);
            assertEveryPodIsInjectedAtTheFirstAttempt(
                    creation.stop().report(cluster.settings(), "authority and certificates rotate"));
        }
    }

    /** The rotation is over where the API server trusts one authority, a new one, and every replica serves by it. */
    private boolean isServedByAnother(Authorities before) {
        Authorities now = cluster.usher().authorities();
        return now.certificates().size() == 1
                && !now.equals(before)
                && cluster.usher().replicas().stream().allMatch(replica -> replica.isVouchedForBy(now));
    }

    @Test
    void onlyCreationsSentBeforeItsEndpointIsGoneFailWhenAReplicaIsKilledAndSparkSubmitSucceeds()
            throws InterruptedException, TimeoutException, IOException {
        SparkSubmit spark = SparkSubmit.all(Settings.ofTheBuild()).findFirst().orElseThrow();
        try (SteadyCreation creation = start();
                ChildProcess submission =
                        spark.inClusterMode(cluster.client().getMasterUrl(), Team.NAMESPACE, "submitted-meanwhile")) {
            creation.awaitMore(ENOUGH_PODS);
            Pod killed = cluster.usher().replicas().get(0).pod();
            cluster.node().killContainerOf(killed);
            Instant gone = cluster.usher().awaitEndpointGone(killed);
            cluster.usher().awaitRollout();
            creation.awaitMore(ENOUGH_PODS);
            Creations creations = creation.stop().report(cluster.settings(), "a replica is killed");
            creations.assertAllSucceededInTheEnd();
            creations.assertNoneWithoutItsInjection();
            assertFalse(
                    creations.failed().stream().anyMatch(failed -> failed.sent().isAfter(gone.plus(TO_HEAR_OF_IT))),
                    () -> "failed after the endpoint was gone at " + gone + ": " + creations.failed());
            submission.requireSuccess(TO_SUBMIT);
            assertTheSubmittedDriverIsInjected();
        }
    }

    private void assertTheSubmittedDriverIsInjected() {
        List<Pod> drivers = cluster.client()
                .pods()
                .inNamespace(Team.NAMESPACE)
                .withLabel("spark-app-name", "submitted-meanwhile")
                .list()
                .getItems();
        assertEquals(1, drivers.size());
        assertTrue(drivers.get(0).getMetadata().getAnnotations().containsKey("spark-usher.io/applied"));
        cluster.client().resourceList(drivers).delete();
    }

    private static void assertEveryPodIsInjectedAtTheFirstAttempt(Creations creations) {
        creations.assertNotOneFailed(ENOUGH_PODS);
        creations.assertNoneWithoutItsInjection();
    }

    private SteadyCreation start() {
        return SteadyCreation.start(PodCreation.dryRun(cluster.settings(), cluster.client()), PODS_PER_SECOND);
    }
}
