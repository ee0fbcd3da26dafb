package io.sparkusher.e2e.spark;

import io.sparkusher.e2e.node.NodeCluster;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Volumes for on-demand claims in a cluster that provisions none: each is a folder of the node, where everybody may write.
 * Their storage class has the name of the team's namespace.
 */
final class ClaimStorage implements AutoCloseable {
    private static final String CLASS = """
            apiVersion: storage.k8s.io/v1
            kind: StorageClass
            metadata: {name: NAME}
            provisioner: kubernetes.io/no-provisioner
            volumeBindingMode: WaitForFirstConsumer
            """;

    private static final String VOLUME = """
            ---
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: VOLUME}
            spec:
              storageClassName: NAME
              capacity: {storage: 1Gi}
              accessModes: [ReadWriteOncePod] # as Spark 4 claims them
              persistentVolumeReclaimPolicy: Retain
              hostPath: {path: FOLDER, type: Directory}
              nodeAffinity:
                required:
                  nodeSelectorTerms:
                    - matchExpressions: [{key: LABEL, operator: In, values: [VALUE]}]
            """;

    private final NodeCluster cluster;
    private final String name;
    private final int volumes;

    private ClaimStorage(NodeCluster cluster, String name, int volumes) {
        this.cluster = cluster;
        this.name = name;
        this.volumes = volumes;
    }

    /** Makes a number of volumes that a team may claim. */
    static ClaimStorage of(NodeCluster cluster, TeamNamespace team, int volumes) {
        ClaimStorage storage = new ClaimStorage(cluster, team.name(), volumes);
        storage.names().forEach(volume -> cluster.node().makeFolder(folder(volume)));
        StringBuilder manifests = new StringBuilder(CLASS);
        storage.names()
                .forEach(volume ->
                        manifests.append(VOLUME.replace("VOLUME", volume).replace("FOLDER", folder(volume))));
        String[] label = cluster.settings().nodeSelector().split("=", 2);
        team.apply(manifests
                .toString()
                .replace("NAME", team.name())
                .replace("LABEL", label[0])
                .replace("VALUE", label[1]));
        return storage;
    }

    private List<String> names() {
        return IntStream.rangeClosed(1, volumes)
                .mapToObj(number -> name + "-volume-" + number)
                .toList();
    }

    private static String folder(String volume) {
        return "/var/tmp/" + volume;
    }

    String storageClass() {
        return name;
    }

    @Override
    public void close() {
        cluster.client().storage().v1().storageClasses().withName(name).delete();
        for (String volume : names()) {
            cluster.client().persistentVolumes().withName(volume).delete();
            cluster.node().removeFolder(folder(volume));
        }
    }
}
