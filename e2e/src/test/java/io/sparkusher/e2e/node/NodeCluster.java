package io.sparkusher.e2e.node;

import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;

/** The disposable cluster with its node, Spark Usher in it, and the team whose pods it reviews. */
public final class NodeCluster implements AutoCloseable {
    /** How long the cluster may take for what it does in seconds: the machine may have much to do. */
    public static final Duration TO_SETTLE = Duration.ofMinutes(3);

    /** The label of every namespace that these tests make. */
    public static final String MADE_BY_TESTS = "spark-usher-e2e/node";

    private final NodeSettings settings;
    private final KubernetesClient client;
    private final RealNode node;
    private final InstalledUsher usher;
    private final Team team;

    private NodeCluster(NodeSettings settings, KubernetesClient client) {
        this.settings = settings;
        this.client = client;
        this.node = new RealNode(settings);
        this.usher = new InstalledUsher(settings, client);
        this.team = new Team(settings, client);
    }

    /** The cluster of {@code KUBECONFIG}, with the image on its node and without what an earlier run left. */
    static NodeCluster connect() throws IOException {
        NodeSettings settings = NodeSettings.ofTheBuild();
        Files.createDirectories(settings.work());
        Files.createDirectories(settings.evidence());
        NodeCluster cluster = new NodeCluster(settings, clientThatNeverRetries());
        cluster.node.load(settings.imageArchive());
        cluster.removeAll();
        cluster.team.make();
        return cluster;
    }

    /** What the API server refuses once has been refused: nothing may hide it. */
    private static KubernetesClient clientThatNeverRetries() {
        return new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder()
                        .withRequestRetryBackoffLimit(0)
                        .withRequestTimeout((int) Duration.ofSeconds(20).toMillis())
                        .build())
                .build();
    }

    /** Has Spark Usher installed, every replica ready, and the team's policy in force, whatever was before. */
    void install() {
        usher.install(settings.image());
        team.applyPolicy();
        team.awaitInjection();
    }

    public NodeSettings settings() {
        return settings;
    }

    public KubernetesClient client() {
        return client;
    }

    public RealNode node() {
        return node;
    }

    public InstalledUsher usher() {
        return usher;
    }

    Team team() {
        return team;
    }

    private void removeAll() {
        team.remove();
        usher.remove();
    }

    @Override
    public void close() {
        try (client) {
            removeAll();
        }
    }
}
