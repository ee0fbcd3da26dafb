package io.sparkusher.e2e.spark;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.Pod;
import io.sparkusher.e2e.SparkSubmit;
import io.sparkusher.e2e.node.NodeCluster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Scenario(number = 7, title = "Placement by the real scheduler, on nodes on paper")
class PlacementIT {
    private final NodeCluster cluster;

    PlacementIT(NodeCluster cluster) {
        this.cluster = cluster;
    }

    /** The policies are the same in every cloud; the pools differ. */
    @ParameterizedTest(name = "{0}")
    @EnumSource
    void driversStandOnDemandAndExecutorsAreMixedApartAndTogetherByOnePolicyInEveryCloud(
            Cloud cloud, TeamNamespace team) throws IOException {
        SparkSubmit spark = Sparks.newest();
        cloud.assumeThere(cluster);
        cloud.definePools(cluster);
        team.apply(Cloud.example("node-pools-and-placement.yaml", team));
        team.apply(APART_AND_TOGETHER);

        try (OutsideDriver mixed = OutsideDriver.start(job(team, spark, "mixed", cloud), 20);
                OutsideDriver apart = OutsideDriver.start(job(team, spark, "apart", cloud), 3);
                Submission driver = job(team, spark, "driver", cloud)
                        .conf("spark.kubernetes.submission.waitAppCompletion", "false")
                        .of("--class", "Any", "local:///any.jar")
                        .submit()) {
            driver.process().requireSuccess(SparkJob.TO_FINISH);
            Pod placed = team.pods().awaitDriver("driver", pod -> pod.getSpec().getNodeName() != null);
            assertFalse(cloud.isOnSpot(cluster, placed), placed.getSpec().getNodeName());
            // It tolerates everything, so that it is not the taints of spot nodes that keep it away.
            assertTrue(cloud.isChosenBy(placed), placed.getSpec().toString());
            // What the reference says of 80 to 20, after the two first ones.
            assertEquals("OO SSOSS SSOSS SSOSS SSO", pools(cloud, mixed.awaitPlaced(20)));
            assertApartAndTogether(apart);
        }
    }

    private static SparkJob job(TeamNamespace team, SparkSubmit spark, String application, Cloud cloud) {
        return team.plainJob(spark, application)
                .conf("spark.kubernetes.node.selector.cloud", cloud.label())
                // Several begin at once on this machine.
                .conf("spark.kubernetes.submission.connectionTimeout", "60000")
                .conf("spark.kubernetes.submission.requestTimeout", "60000");
    }

    /** The pools of executors in the order of their numbers. */
    private String pools(Cloud cloud, List<Pod> executors) {
        return executors.stream()
                .map(pod -> cloud.isOnSpot(cluster, pod) ? "S" : "O")
                .collect(Collectors.joining())
                .replaceFirst("(..)(.{5})(.{5})(.{5})(...)", "$1 $2 $3 $4 $5");
    }

    // A zone has two nodes, so that the third executor finds none, though the other zone's are empty.
    private void assertApartAndTogether(OutsideDriver apart) {
        List<Pod> executors = apart.awaitPlaced(2);
        List<Pod> placed = OutsideDriver.placed(executors);
        assertEquals(
                2,
                placed.stream()
                        .map(pod -> pod.getSpec().getNodeName())
                        .distinct()
                        .count());
        assertEquals(
                1,
                placed.stream().map(pod -> Cloud.zone(cluster, pod)).distinct().count());
        apart.job().team().pods().awaitExecutors("apart", pods -> pods.stream().anyMatch(PlacementIT::findsNoNode));
    }

    private static boolean findsNoNode(Pod pod) {
        return pod.getStatus().getConditions().stream()
                .anyMatch(condition -> "Unschedulable".equals(condition.getReason()));
    }

    /** What the reference says of shares when spot nodes are lost. */
    @NewestSpark
    void whatSpotLosesComesBackByTheSharesOfArrivalsSoThatFewerAndFewerLiveOnSpot(
            SparkSubmit spark, TeamNamespace team) {
        Cloud.EKS.assumeThere(cluster);
        Cloud.EKS.definePools(cluster);
        team.apply(MIX);

        List<Long> sharesOfTheLiving = new ArrayList<>();
        try (OutsideDriver driver = OutsideDriver.start(job(team, spark, "losing", Cloud.EKS), 40)) {
            int arrivals = 40;
            sharesOfTheLiving.add(spotShare(driver.awaitPlaced(arrivals)));
            for (int loss = 1; loss <= 3; loss++) {
                arrivals += deleteSpot(driver);
                List<Pod> all = driver.awaitPlaced(arrivals);
                assertEquals(
                        Math.round(0.8 * all.size()),
                        all.stream()
                                .filter(pod -> Cloud.EKS.isOnSpot(cluster, pod))
                                .count());
                await("40 executors")
                        .atMost(NodeCluster.TO_SETTLE)
                        .until(() -> driver.living().size() == 40);
                sharesOfTheLiving.add(spotShare(driver.living()));
            }
        }
        System.out.println("Per cent of the living executors on spot, at first and after each loss of all spot: "
                + sharesOfTheLiving);
        assertEquals(List.of(80L, 65L, 50L, 40L), sharesOfTheLiving);
    }

    private long spotShare(List<Pod> pods) {
        long spot =
                pods.stream().filter(pod -> Cloud.EKS.isOnSpot(cluster, pod)).count();
        return 100 * spot / pods.size();
    }

    private int deleteSpot(OutsideDriver driver) {
        List<Pod> spot = driver.living().stream()
                .filter(pod -> Cloud.EKS.isOnSpot(cluster, pod))
                .toList();
        spot.forEach(pod -> cluster.client().resource(pod).withGracePeriod(0).delete());
        return spot.size();
    }

    private static final String APART_AND_TOGETHER = """
            apiVersion: spark-usher.io/v1alpha1
            kind: SparkPodPolicy
            metadata: {name: tolerant}
            spec:
              driver:
                tolerations: [{operator: Exists}]
            ---
            apiVersion: spark-usher.io/v1alpha1
            kind: SparkPodPolicy
            metadata: {name: apart}
            spec:
              precedence: 1
              match: {appNames: [apart]}
              executor:
                nodePool: {type: Fallback, fallback: {pools: [spot, on-demand]}}
                placement:
                  spread: {over: Node, strength: Required}
                  together: {over: Zone, strength: Required}
            """;

    private static final String MIX = """
            apiVersion: spark-usher.io/v1alpha1
            kind: SparkPodPolicy
            metadata: {name: mix}
            spec:
              executor:
                nodePool:
                  type: Mix
                  mix: {shares: [{pool: spot, weight: 80}, {pool: on-demand, weight: 20}]}
            """;
}
