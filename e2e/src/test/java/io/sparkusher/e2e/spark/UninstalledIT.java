package io.sparkusher.e2e.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.sparkusher.e2e.SparkSubmit;
import io.sparkusher.e2e.node.NodeCluster;
import java.util.List;
import org.junit.jupiter.api.Order;

/** After the other scenarios, as the next one would have to install it again. */
@Scenario(number = 11, title = "Uninstall")
@Order(Integer.MAX_VALUE - 1)
class UninstalledIT {
    private static final int SLICES = 2;

    private final NodeCluster cluster;

    UninstalledIT(NodeCluster cluster) {
        this.cluster = cluster;
    }

    @NewestSpark
    void nothingOfOursIsLeftAndTheNextJobRunsUninjected(SparkSubmit spark, TeamNamespace team) {
        team.apply(POLICY);
        team.awaitAccounts("spark-driver");

        // As manifests/README.md says.
        cluster.usher().remove();
        kubectl(
                "delete",
                "serviceaccounts,rolebindings",
                "--all-namespaces",
                "--selector=app.kubernetes.io/managed-by=spark-usher");
        assertEquals(List.of(), left());

        team.kubectl(
                "create", "rolebinding", "edit", "--clusterrole=edit", "--serviceaccount=" + team.name() + ":spark");
        FinishedJob job = team.job(spark, "afterwards")
                .conf("spark.executor.instances", "1")
                .witnessing(SLICES, 0, "env:TEAM")
                .run();

        job.assertSummedUpTo(SLICES);
        assertEquals("none", job.foundByDriver("env:TEAM"));
        assertEquals("none", job.foundByExecutors("env:TEAM"));
        job.pods()
                .forEach(pod -> assertFalse(
                        pod.getMetadata().getAnnotations().containsKey("spark-usher.io/applied"),
                        pod.getMetadata().getName()));
    }

    /** Everything of any kind whose name has ours in it, but for the namespaces of these tests and what is in them. */
    private List<String> left() {
        String kinds = String.join(
                ",",
                kubectl("api-resources", "--verbs=list", "--output=name")
                        .lines()
                        // They say what was, and go by themselves.
                        .filter(kind -> !kind.startsWith("events"))
                        .toList());
        return kubectl(
                        "get",
                        kinds,
                        "--all-namespaces",
                        "--ignore-not-found",
                        "--output=jsonpath={range .items[*]}{.kind}/{.metadata.namespace}/{.metadata.name}{\"\\n\"}{end}")
                .lines()
                .filter(object -> object.contains("spark-usher") && !object.contains("spark-usher-e2e"))
                .toList();
    }

    private String kubectl(String... words) {
        return cluster.settings().kubectl().with(words).run(NodeCluster.TO_SETTLE);
    }

    private static final String POLICY = """
            apiVersion: spark-usher.io/v1alpha1
            kind: SparkPodPolicy
            metadata: {name: team}
            spec:
              common:
                env: [{name: TEAM, value: data}]
              driver:
                serviceAccount: {name: spark-driver, provision: true}
            """;
}
