package io.sparkusher.e2e.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaimVolumeSource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.sparkusher.e2e.SparkSubmit;
import io.sparkusher.e2e.node.NodeCluster;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

@Scenario(number = 2, title = "Accounts that may do what Spark does, and no more")
class ScopedAccountsIT {
    private static final int SLICES = 8;
    private static final String TOKEN = "file:/var/run/secrets/kubernetes.io/serviceaccount/token";
    private static final String CLAIM = "spark.kubernetes.executor.volumes.persistentVolumeClaim.data.";

    private final NodeCluster cluster;

    ScopedAccountsIT(NodeCluster cluster) {
        this.cluster = cluster;
    }

    @NewestSpark
    void theDriverMakesAndRemovesAllThatItsJobNeedsIsRefusedWhateverIsMoreAndItsExecutorsHaveNoToken(
            SparkSubmit spark, TeamNamespace team) {
        team.apply(POLICY);
        team.awaitAccounts("spark-driver", "spark-executor");
        String allowed = "status:GET /api/v1/namespaces/" + team.name() + "/pods";
        List<String> refused = List.of(
                "status:GET /api/v1/namespaces/" + team.name() + "/secrets",
                "status:GET /api/v1/namespaces/" + team.name() + "/configmaps",
                "status:POST /apis/rbac.authorization.k8s.io/v1/namespaces/" + team.name() + "/roles",
                "status:GET /api/v1/namespaces/default/pods");

        try (ClaimStorage storage = ClaimStorage.of(cluster, team, 2)) {
            FinishedJob job = team.plainJob(spark, "scoped")
                    .conf(CLAIM + "options.claimName", "OnDemand")
                    .conf(CLAIM + "options.storageClass", storage.storageClass())
                    .conf(CLAIM + "options.sizeLimit", "1Gi")
                    .conf(CLAIM + "mount.path", "/data")
                    .witnessing(
                            SLICES,
                            1,
                            Stream.concat(Stream.of(TOKEN, "write:/data", allowed), refused.stream())
                                    .toArray(String[]::new))
                    .run();

            job.assertSummedUpTo(SLICES);
            assertEquals("spark-driver", job.driver().getSpec().getServiceAccountName());
            assertEquals("200", job.foundByDriver(allowed));
            refused.forEach(call -> assertEquals("403", job.foundByDriver(call), call));
            assertEquals(2, job.executors().size());
            job.executors().forEach(ScopedAccountsIT::assertHasNoToken);
            assertEquals("none", job.foundByExecutors(TOKEN));
            job.executors().forEach(pod -> assertTrue(claim(pod).isPresent(), () -> "no claim: " + pod));
            assertEquals(List.of("executor-1 was here", "executor-2 was here"), job.found("executor", "write:/data"));
            assertNothingIsLeft(team);
        }
    }

    private static void assertHasNoToken(Pod executor) {
        assertEquals("spark-executor", executor.getSpec().getServiceAccountName());
        assertEquals(false, executor.getSpec().getAutomountServiceAccountToken());
    }

    private static Optional<String> claim(Pod executor) {
        return executor.getSpec().getVolumes().stream()
                .map(Volume::getPersistentVolumeClaim)
                .filter(Objects::nonNull)
                .map(PersistentVolumeClaimVolumeSource::getClaimName)
                .findFirst();
    }

    /** But for the driver's pod, which stays, and its own config map, which goes with it. */
    private static void assertNothingIsLeft(TeamNamespace team) {
        KubernetesClient client = team.client();
        assertEquals(
                List.of("driver"),
                client.pods().inNamespace(team.name()).list().getItems().stream()
                        .map(pod -> pod.getMetadata().getLabels().get("spark-role"))
                        .toList());
        assertEquals(
                List.of(), client.services().inNamespace(team.name()).list().getItems());
        assertEquals(
                List.of(),
                client.persistentVolumeClaims().inNamespace(team.name()).list().getItems());
        assertEquals(
                List.of(),
                client.configMaps()
                        .inNamespace(team.name())
                        .withLabel("spark-role", "executor")
                        .list()
                        .getItems());
    }

    private static final String POLICY = """
            apiVersion: spark-usher.io/v1alpha1
            kind: SparkPodPolicy
            metadata: {name: accounts}
            spec:
              common:
                nodePool: {type: Single, single: {pool: e2e-real}}
              driver:
                serviceAccount: {name: spark-driver, provision: true}
              executor:
                serviceAccount: {name: spark-executor, provision: true, automountToken: false}
            """;
}
