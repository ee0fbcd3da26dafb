package io.sparkusher.e2e.node;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A node pool that a policy of the cluster names, for pods that nobody creates. */
final class PoolInUse {
    private static final String OBJECTS = """
            apiVersion: spark-usher.io/v1alpha1
            kind: SparkNodePool
            metadata: {name: spark-usher-e2e-in-use}
            spec: {requirements: [{key: example.com/in-use, operator: In, values: ["yes"]}]}
            ---
            apiVersion: spark-usher.io/v1alpha1
            kind: ClusterSparkPodPolicy
            metadata: {name: spark-usher-e2e-user}
            spec:
              namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: spark-usher-e2e-nobody}}
              executor: {nodePool: {type: Single, single: {pool: spark-usher-e2e-in-use}}}
            """;

    private final NodeSettings settings;

    PoolInUse(NodeSettings settings) {
        this.settings = settings;
    }

    /** Applies both, and waits until every replica knows. */
    void apply() {
        Path file = settings.work().resolve("pool-in-use.yaml");
        try {
            Files.writeString(file, OBJECTS);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        settings.kubectl().with("apply", "--server-side", "-f", file.toString()).run(NodeCluster.TO_SETTLE);
        settings.kubectl()
                .with("wait", "--for=condition=Ready", "--timeout=120s", "-f", file.toString())
                .run(NodeCluster.TO_SETTLE);
    }

    /** Deletes the pool under its policy. */
    void remove() {
        settings.kubectl()
                .with("delete", "sparknodepool", "spark-usher-e2e-in-use")
                .run(NodeCluster.TO_SETTLE);
    }

    /** By name, and with all others. */
    void assertIsKept() {
        assertRefused("spark-usher-e2e-in-use");
        assertRefused("--all");
    }

    private void assertRefused(String which) {
        Command deletion = settings.kubectl().with("delete", "--dry-run=server", "sparknodepools", which);
        AssertionError refusal = assertThrows(AssertionError.class, () -> deletion.run(NodeCluster.TO_SETTLE));
        String message = String.valueOf(refusal.getMessage());
        assertTrue(
                message.contains("spark-usher-e2e-in-use is named by ClusterSparkPodPolicy spark-usher-e2e-user"),
                message);
    }
}
