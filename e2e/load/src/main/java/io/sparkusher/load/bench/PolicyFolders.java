package io.sparkusher.load.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Writes folders of policies. */
final class PolicyFolders {
    private static final List<String> OF_A_NAMESPACE = List.of(
            "hadoop-and-spark-configuration.yaml",
            "latency-critical-applications.yaml",
            "log-shipper.yaml",
            "node-pools-and-placement.yaml");
    private static final String NEXT = "\n---\n";

    private final Path examples;
    private final Path parent;

    /** @param parent of the folders */
    PolicyFolders(Path examples, Path parent) {
        this.examples = examples;
        this.parent = parent;
    }

    /** The one policy with the injection that others were measured with. */
    Path injection() throws IOException {
        Path folder = Files.createDirectories(parent.resolve("injection"));
        try (InputStream policy = PolicyFolders.class.getResourceAsStream("/policies/injection.yaml")) {
            Files.write(
                    folder.resolve("injection.yaml"),
                    Objects.requireNonNull(policy, "not in the jar").readAllBytes());
        }
        return folder;
    }

    /**
     * So many of the examples' policies: those of the pod's namespace, which are the same whatever the count, and the
     * same for other namespaces.
     */
    Path ofCount(int count) throws IOException {
        Path folder = Files.createDirectories(parent.resolve("policies-" + count));
        Files.writeString(folder.resolve("node-pools.yaml"), Files.readString(examples.resolve("node-pools.yaml")));
        List<String> policies = policies();
        Files.writeString(folder.resolve("team-a.yaml"), String.join(NEXT, policies));
        for (int written = policies.size(); written < count; written += policies.size()) {
            String namespace = "other-team-" + written / policies.size();
            String text = String.join(NEXT, policies.subList(0, Math.min(policies.size(), count - written)));
            Files.writeString(
                    folder.resolve(namespace + ".yaml"), text.replace("namespace: team-a", "namespace: " + namespace));
        }
        return folder;
    }

    private List<String> policies() throws IOException {
        List<String> policies = new ArrayList<>();
        for (String file : OF_A_NAMESPACE) {
            policies.add(Files.readString(examples.resolve(file)));
        }
        return policies;
    }
}
