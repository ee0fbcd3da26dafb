package io.sparkusher.e2e.spark;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.sparkusher.e2e.Settings;
import io.sparkusher.e2e.node.NodeCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * A cloud whose nodes the cluster has on paper, by the label {@code cloud}: two zones, and a spot and an on-demand node in
 * each, with the labels and taints of the cloud's own.
 */
enum Cloud {
    EKS("node-pools.yaml", "karpenter.sh/capacity-type"),
    GKE("gke/node-pools.yaml", "cloud.google.com/gke-provisioning"),
    AKS("aks/node-pools.yaml", "kubernetes.azure.com/scalesetpriority");

    private final String pools;
    private final String capacityType;

    Cloud(String pools, String capacityType) {
        this.pools = pools;
        this.capacityType = capacityType;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Skips the test where the cluster has no nodes of the cloud. */
    void assumeThere(NodeCluster cluster) {
        assumeTrue(
                !cluster.client()
                        .nodes()
                        .withLabel("cloud", label())
                        .list()
                        .getItems()
                        .isEmpty(),
                "The cluster has no nodes on paper with the label cloud=" + label()
                        + ": e2e/README.md says what they are");
    }

    /** Makes the pools of the policies those of this cloud, as the examples have them. */
    void definePools(NodeCluster cluster) {
        cluster.settings()
                .kubectl()
                .with(
                        "apply",
                        "--server-side",
                        "--force-conflicts",
                        "-f",
                        examples().resolve(pools).toString())
                .run(Duration.ofMinutes(1));
    }

    /** A policy of the examples, for a team. */
    static String example(String file, TeamNamespace team) {
        try {
            return Files.readString(examples().resolve(file)).replace("namespace: team-a", "namespace: " + team.name());
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static Path examples() {
        try {
            return Settings.ofTheBuild().examples();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Whether a pod stands on a spot node, as the node's own labels say. */
    boolean isOnSpot(NodeCluster cluster, Pod pod) {
        return "spot".equals(labels(cluster, pod).get(capacityType));
    }

    /** Whether a pod may only run on nodes that it chooses by their kind of capacity. */
    boolean isChosenBy(Pod pod) {
        return (pod.getSpec().getNodeSelector() + " " + pod.getSpec().getAffinity()).contains(capacityType);
    }

    static String zone(NodeCluster cluster, Pod pod) {
        return labels(cluster, pod).getOrDefault("topology.kubernetes.io/zone", "");
    }

    private static Map<String, String> labels(NodeCluster cluster, Pod pod) {
        Node node =
                cluster.client().nodes().withName(pod.getSpec().getNodeName()).get();
        return node.getMetadata().getLabels();
    }
}
