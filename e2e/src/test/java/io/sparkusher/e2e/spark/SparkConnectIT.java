package io.sparkusher.e2e.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.Pod;
import io.sparkusher.e2e.SparkSubmit;
import java.util.List;

/**
 * Spark's own images have Spark Connect. Those that this project can make need not: then a job stands in its place that
 * runs in the same kind of pod and asks for executors in the same way.
 */
@Scenario(number = 4, title = PodTemplatesIT.TITLE)
class SparkConnectIT {
    private static final int SLICES = 4;

    @NewestSpark
    void aJobInAPodOfTheUsersThatOptsInAsASparkConnectServerDoesIsInjectedAndSoAreItsExecutors(
            SparkSubmit spark, TeamNamespace team) {
        team.apply(POLICIES);

        ServerPod server = ServerPod.start(team, spark, "stand-in", """
                --class, io.sparkusher.e2e.jobs.Witness, "local:///opt/spark/jars/spark-usher-jobs.jar",
                "%d", "1", "env:TEAM", "write:/scratch", "conf:spark.ui.enabled"
                """.formatted(SLICES));
        FinishedJob job = new FinishedJob(team.job(spark, "stand-in"), server.pod(), server.awaitEnd());

        job.assertSummedUpTo(SLICES);
        assertEquals("data", job.foundByDriver("env:TEAM"));
        assertEquals("driver was here", job.foundByDriver("write:/scratch"));
        assertEquals("false", job.foundByDriver("conf:spark.ui.enabled"));
        assertEquals("data", job.foundByExecutors("env:TEAM"));
        assertEquals(List.of("executor-1 was here", "executor-2 was here"), job.found("executor", "write:/scratch"));
        job.pods().forEach(pod -> assertNamesThePolicy(pod, team));
    }

    @NewestSpark
    void aSparkConnectServerThatOptsInStartsWithWhatThePolicyGivesItAndItsExecutorsRunWithTheirs(
            SparkSubmit spark, TeamNamespace team) {
        assumeTrue(
                Boolean.getBoolean("e2e.spark.connect"),
                "The images of Spark have no Spark Connect: e2e/README.md says how the build is told of it");
        team.apply(POLICIES);

        ServerPod server = ServerPod.start(
                team,
                spark,
                "connect",
                "--class, org.apache.spark.sql.connect.service.SparkConnectServer, spark-internal");

        server.awaitLog("Spark Connect server started at");
        assertNamesThePolicy(server.pod(), team);
        List<Pod> executors = team.pods()
                .awaitExecutors(
                        "connect",
                        pods -> pods.size() == 2
                                && pods.stream()
                                        .allMatch(pod ->
                                                "Running".equals(pod.getStatus().getPhase())));
        executors.forEach(pod -> assertNamesThePolicy(pod, team));
    }

    private static void assertNamesThePolicy(Pod pod, TeamNamespace team) {
        String stamp = pod.getMetadata().getAnnotations().getOrDefault("spark-usher.io/applied", "");
        assertTrue(stamp.contains("SparkPodPolicy/" + team.name() + "/team"), stamp);
    }

    private static final String POLICIES = """
            apiVersion: spark-usher.io/v1alpha1
            kind: SparkPodPolicy
            metadata: {name: team}
            spec:
              common:
                nodePool: {type: Single, single: {pool: e2e-real}}
                env: [{name: TEAM, value: data}]
                volumes: [{name: scratch, emptyDir: {}}]
                volumeMounts: [{name: scratch, mountPath: /scratch}]
              driver:
                sparkConf: [{name: spark.ui.enabled, value: "false"}]
            """;
}
