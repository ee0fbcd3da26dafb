package io.sparkusher.e2e.spark;

import io.sparkusher.e2e.node.NodeCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The node pool of the nodes that run pods, as the cluster's admin defines it. */
final class RealPool {
    static final String NAME = "e2e-real";

    private RealPool() {}

    static void define(NodeCluster cluster) {
        String[] label = cluster.settings().nodeSelector().split("=", 2);
        Path file = cluster.settings().work().resolve("real-pool.yaml");
        try {
            Files.writeString(file, """
                    apiVersion: spark-usher.io/v1alpha1
                    kind: SparkNodePool
                    metadata: {name: %s}
                    spec:
                      requirements: [{key: "%s", operator: In, values: ["%s"]}]
                    """.formatted(NAME, label[0], label[1]));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        cluster.settings()
                .kubectl()
                .with("apply", "--server-side", "-f", file.toString())
                .run(Duration.ofMinutes(1));
    }
}
