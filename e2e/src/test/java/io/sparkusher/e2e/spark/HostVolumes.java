package io.sparkusher.e2e.spark;

import io.sparkusher.e2e.node.NodeCluster;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A storage class with volumes that are folders of the real node, for a cluster that provisions none. Their access mode
 * is the one that Spark claims from version 4 on.
 *
 * @param name the storage class's, and the label of its volumes
 */
record HostVolumes(NodeCluster cluster, String name) implements AutoCloseable {
    private static final Duration TO_APPLY = Duration.ofMinutes(1);
    private static final String FOLDER = "/tmp/spark-usher-e2e-volumes";

    /** Makes as many volumes as are asked for; anybody may write into them. */
    static HostVolumes make(NodeCluster cluster, TeamNamespace team, int count) {
        HostVolumes volumes = new HostVolumes(cluster, team.name());
        IntStream.range(0, count).forEach(volumes::makeFolder);
        team.apply("""
                apiVersion: storage.k8s.io/v1
                kind: StorageClass
                metadata: {name: %s}
                provisioner: kubernetes.io/no-provisioner
                volumeBindingMode: WaitForFirstConsumer
                """.formatted(volumes.name)
                + IntStream.range(0, count).mapToObj(volumes::volume).collect(Collectors.joining()));
        return volumes;
    }

    private void makeFolder(int number) {
        cluster.settings()
                .onNode()
                .with("mkdir", "-p", "-m", "0777", folder(number))
                .run(TO_APPLY);
    }

    private String folder(int number) {
        return "%s/%s-%d".formatted(FOLDER, name, number);
    }

    private String volume(int number) {
        String[] label = cluster.settings().nodeSelector().split("=", 2);
        return """
                ---
                apiVersion: v1
                kind: PersistentVolume
                metadata: {name: %1$s-%2$d, labels: {spark-usher-e2e: %1$s}}
                spec:
                  storageClassName: %1$s
                  capacity: {storage: 1Gi}
                  accessModes: [ReadWriteOncePod]
                  persistentVolumeReclaimPolicy: Retain
                  hostPath: {path: %3$s}
                  nodeAffinity:
                    required:
                      nodeSelectorTerms: [{matchExpressions: [{key: "%4$s", operator: In, values: ["%5$s"]}]}]
                """.formatted(name, number, folder(number), label[0], label[1]);
    }

    @Override
    public void close() {
        cluster.client().persistentVolumes().withLabel("spark-usher-e2e", name).delete();
        cluster.client().storage().v1().storageClasses().withName(name).delete();
        cluster.settings().onNode().with("rm", "-r", FOLDER).run(TO_APPLY);
    }
}
