package io.sparkusher.e2e.reviews;

import static io.sparkusher.e2e.reviews.InjectedPods.assertInjectedDriver;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fabric8.kubernetes.api.model.Pod;
import io.sparkusher.e2e.ChildProcess;
import io.sparkusher.e2e.Cluster;
import io.sparkusher.e2e.Settings;
import io.sparkusher.e2e.SparkSubmit;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pods of plain spark-submit. */
@ExtendWith(InstallationExtension.class)
class SparkSubmitIT {
    private static final Duration TO_SUBMIT = Duration.ofMinutes(2);
    private static final Duration TO_ASK_FOR_EXECUTORS = Duration.ofMinutes(2);

    /** Spark's default of spark.executor.instances. */
    private static final int EXECUTORS = 2;

    private final Cluster cluster;
    private final Preview preview;

    SparkSubmitIT(Installation installation) {
        cluster = installation.cluster();
        preview = new Preview(installation.settings(), Installation.policies());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everySpark")
    void injectsTheDriverOfAJobInClusterMode(SparkSubmit spark) throws IOException {
        String name = "cluster-mode-" + spark.version().replace('.', '-');
        try (ChildProcess submission = spark.inClusterMode(cluster, name)) {
            submission.requireSuccess(TO_SUBMIT);
        }
        List<Pod> drivers = pods(name, "driver");
        assertEquals(1, drivers.size());
        assertInjectedDriver(drivers.get(0));
        assertMetAgainNothingChanges(drivers);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everySpark")
    void injectsTheExecutorsThatADriverAsksFor(SparkSubmit spark) throws IOException {
        String name = "client-mode-" + spark.version().replace('.', '-');
        try (ChildProcess driver = spark.inClientMode(cluster, name)) {
            List<Pod> executors = await("executors of the driver whose log is " + driver.log())
                    .atMost(TO_ASK_FOR_EXECUTORS)
                    .failFast("The driver ended; its log is " + driver.log(), () -> !driver.isAlive())
                    .until(() -> pods(name, "executor"), pods -> pods.size() == EXECUTORS);
            executors.forEach(InjectedPods::assertInjectedExecutor);
            assertMetAgainNothingChanges(executors);
        }
    }

    private static Stream<SparkSubmit> everySpark() throws IOException {
        return SparkSubmit.all(Settings.ofTheBuild());
    }

    private List<Pod> pods(String application, String role) {
        return cluster.client()
                .pods()
                .inNamespace(Cluster.TEAM_WITH_POLICIES)
                .withLabel("spark-app-name", application)
                .withLabel("spark-role", role)
                .list()
                .getItems();
    }

    private void assertMetAgainNothingChanges(List<Pod> pods) throws IOException {
        for (Pod pod : pods) {
            assertEquals("[]", preview.patch(cluster.stored(pod)).strip());
        }
    }
}
