package io.sparkusher.e2e.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.Pod;
import io.sparkusher.e2e.SparkSubmit;
import io.sparkusher.e2e.node.NodeCluster;
import java.util.List;
import java.util.Map;

@Scenario(number = 1, title = "Plain spark-submit, cluster mode, no option of ours")
class PlainSubmissionIT {
    private static final int SLICES = 8;

    private final NodeCluster cluster;

    PlainSubmissionIT(NodeCluster cluster) {
        this.cluster = cluster;
    }

    @EverySpark
    void theJobFinishesWithTheRightAnswerAndFindsWhatThePolicyGivesIt(SparkSubmit spark, TeamNamespace team) {
        team.apply(POLICY);
        team.awaitAccounts("spark-driver", "spark-executor");

        FinishedJob job = team.plainJob(spark, "plain")
                .witnessing(SLICES, 1, "file:/etc/team/greeting", "write:/scratch", "env:TEAM")
                .run();

        job.assertSummedUpTo(SLICES);
        assertEquals("hello from the config map", job.foundByDriver("file:/etc/team/greeting"));
        assertEquals("hello from the config map", job.foundByExecutors("file:/etc/team/greeting"));
        assertEquals("driver was here", job.foundByDriver("write:/scratch"));
        assertEquals(List.of("executor-1 was here", "executor-2 was here"), job.found("executor", "write:/scratch"));
        assertEquals("data", job.foundByDriver("env:TEAM"));
        assertEquals("data", job.foundByExecutors("env:TEAM"));
        assertEquals("spark-driver", job.driver().getSpec().getServiceAccountName());
        assertEquals(2, job.executors().size());
        job.executors()
                .forEach(pod -> assertEquals("spark-executor", pod.getSpec().getServiceAccountName()));
        job.pods().forEach(this::assertStandsOnThePoolsNodes);
        job.pods().forEach(pod -> assertNamesThePolicies(pod, team));
    }

    private void assertStandsOnThePoolsNodes(Pod pod) {
        String[] label = cluster.settings().nodeSelector().split("=", 2);
        Map<String, String> labels = cluster.client()
                .nodes()
                .withName(pod.getSpec().getNodeName())
                .get()
                .getMetadata()
                .getLabels();
        assertEquals(label[1], labels.get(label[0]), pod.getMetadata().getName());
    }

    private static void assertNamesThePolicies(Pod pod, TeamNamespace team) {
        String stamp = pod.getMetadata().getAnnotations().getOrDefault("spark-usher.io/applied", "");
        assertTrue(stamp.contains("SparkPodPolicy/" + team.name() + "/team"), stamp);
        assertTrue(stamp.contains("SparkPodPolicy/" + team.name() + "/accounts"), stamp);
    }

    private static final String POLICY = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: greeting}
            data: {greeting: hello from the config map}
            ---
            apiVersion: spark-usher.io/v1alpha1
            kind: SparkPodPolicy
            metadata: {name: team}
            spec:
              common:
                nodePool: {type: Single, single: {pool: e2e-real}}
                configMaps: [{name: greeting, mountPath: /etc/team}]
                volumes: [{name: scratch, emptyDir: {}}]
                volumeMounts: [{name: scratch, mountPath: /scratch}]
                env: [{name: TEAM, value: data}]
            ---
            apiVersion: spark-usher.io/v1alpha1
            kind: SparkPodPolicy
            metadata: {name: accounts}
            spec:
              driver:
                serviceAccount: {name: spark-driver, provision: true}
              executor:
                serviceAccount: {name: spark-executor, provision: true, automountToken: false}
            """;
}
