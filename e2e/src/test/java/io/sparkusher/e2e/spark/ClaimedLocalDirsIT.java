package io.sparkusher.e2e.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.sparkusher.e2e.SparkSubmit;
import io.sparkusher.e2e.node.NodeCluster;
import java.util.List;

@Scenario(number = 4, title = PodTemplatesIT.TITLE)
class ClaimedLocalDirsIT {
    private static final String CLAIM = "spark.kubernetes.executor.volumes.persistentVolumeClaim.spark-local-dir-1.";
    private static final int SLICES = 4;

    private final NodeCluster cluster;

    ClaimedLocalDirsIT(NodeCluster cluster) {
        this.cluster = cluster;
    }

    @NewestSpark
    void executorsLocalDirsOnClaimsOfTheUsersStayThereAndTheDriversAreAsThePolicySays(
            SparkSubmit spark, TeamNamespace team) {
        team.apply(POLICY);

        try (ClaimStorage storage = ClaimStorage.of(cluster, team, 2)) {
            FinishedJob job = team.job(spark, "claims")
                    .conf(CLAIM + "options.claimName", "OnDemand")
                    .conf(CLAIM + "options.storageClass", storage.storageClass())
                    .conf(CLAIM + "options.sizeLimit", "1Gi")
                    .conf(CLAIM + "mount.path", "/data/claimed")
                    .witnessing(SLICES, 1, "env:SPARK_LOCAL_DIRS", "write:/data/claimed")
                    .run();

            job.assertSummedUpTo(SLICES);
            assertEquals("/data/claimed", job.foundByExecutors("env:SPARK_LOCAL_DIRS"));
            assertEquals(
                    List.of("executor-1 was here", "executor-2 was here"),
                    job.found("executor", "write:/data/claimed"));
            job.executors().forEach(ClaimedLocalDirsIT::assertIsOnItsClaim);
            assertEquals(
                    new Quantity("100Mi"), localDir(job.driver()).getEmptyDir().getSizeLimit());
        }
    }

    private static void assertIsOnItsClaim(Pod executor) {
        Volume volume = localDir(executor);
        assertNotNull(volume.getPersistentVolumeClaim(), () -> "the local dir of " + executor + " is " + volume);
        assertEquals(null, volume.getEmptyDir());
    }

    private static Volume localDir(Pod pod) {
        return pod.getSpec().getVolumes().stream()
                .filter(volume -> volume.getName().startsWith("spark-local-dir-"))
                .reduce((one, other) -> {
                    throw new AssertionError("two local dirs: " + one + " and " + other);
                })
                .orElseThrow();
    }

    private static final String POLICY = """
            apiVersion: spark-usher.io/v1alpha1
            kind: SparkPodPolicy
            metadata: {name: local-dirs}
            spec:
              common:
                localDirs: {emptyDir: {sizeLimit: 100Mi}}
            """;
}
