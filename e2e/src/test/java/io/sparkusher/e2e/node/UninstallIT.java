package io.sparkusher.e2e.node;

import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spark Usher goes while pods are created. */
@ExtendWith(NodeExtension.class)
@Tag("node")
class UninstallIT {
    private static final int PODS_PER_SECOND = 20;
    private static final int ENOUGH_PODS = 100;

    private final NodeCluster cluster;
    private final PoolInUse pool;

    UninstallIT(NodeCluster cluster) {
        this.cluster = cluster;
        this.pool = new PoolInUse(cluster.settings());
    }

    @BeforeEach
    void install() {
        cluster.install();
        pool.apply();
    }

    @Test
    void aNodePoolThatAPolicyNamesIsKeptUntilTheNamespaceGoes() {
        pool.assertIsKept();
        cluster.usher().delete("namespace", InstalledUsher.NAMESPACE);
        cluster.usher().awaitRemoval();
        pool.remove();
    }

    @Test
    void theManifestsAreDeletedAndNotOnePodIsRefused() throws InterruptedException, TimeoutException {
        whilePodsAreCreated("the manifests are deleted", () -> {
                    cluster.usher().removeManifests();
                    cluster.usher().awaitRemoval();
                })
                .assertNotOneFailed(ENOUGH_PODS);
    }

    @Test
    void theNamespaceIsDeletedOutrightAndNotOnePodIsRefused() throws InterruptedException, TimeoutException {
        whilePodsAreCreated("the namespace is deleted", () -> {
                    cluster.usher().delete("namespace", InstalledUsher.NAMESPACE);
                    cluster.usher().awaitRemoval();
                })
                .assertNotOneFailed(ENOUGH_PODS);
    }

    /** What an admin may delete first; the rest follows when pods have been created for a while. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "deployment/spark-usher",
                "service/spark-usher",
                "mutatingwebhookconfiguration/00-spark-usher",
                "serviceaccount/spark-usher",
                "clusterrolebinding/spark-usher",
                "secret/spark-usher-authority"
            })
    void oneThingIsDeletedFirstAndNoPodIsBlocked(String first) throws InterruptedException, TimeoutException {
        List<String> words = List.of(first.split("/"));
        whilePodsAreCreated(words.get(0) + " is deleted first", () -> {
                    cluster.usher().delete(words.get(0), words.get(1));
                    cluster.usher().removeManifests();
                    cluster.usher().awaitRemoval();
                })
                .assertAllSucceededInTheEnd();
    }

    private Creations whilePodsAreCreated(String what, Runnable something)
            throws InterruptedException, TimeoutException {
        PodCreation pods = PodCreation.dryRun(cluster.settings(), cluster.client());
        try (SteadyCreation creation = SteadyCreation.start(pods, PODS_PER_SECOND)) {
            creation.awaitMore(ENOUGH_PODS);
            something.run();
            creation.awaitMore(ENOUGH_PODS);
            return creation.stop().report(cluster.settings(), what);
        }
    }
}
