package io.sparkusher.policies.benchmark;

import io.sparkusher.policies.LoadResult;
import io.sparkusher.policies.PolicySet;
import io.sparkusher.policies.source.PolicySources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder with the policies of {@code examples/} for many namespaces, half of them Required. */
final class ExamplePolicies {
    private static final Path EXAMPLES = Path.of("../examples");
    private static final List<String> OF_A_NAMESPACE = List.of(
            "hadoop-and-spark-configuration.yaml",
            "latency-critical-applications.yaml",
            "log-shipper.yaml",
            "node-pools-and-placement.yaml");

    private final Path folder;

    ExamplePolicies(int namespaces) throws IOException {
        this.folder = Files.createTempDirectory("policies");
        Files.copy(EXAMPLES.resolve("node-pools.yaml"), folder.resolve("node-pools.yaml"));
        for (int namespace = 0; namespace < namespaces; namespace++) {
            for (String file : OF_A_NAMESPACE) {
                write(file, namespace);
            }
        }
    }

    /** The name of a namespace by its number. */
    static String namespace(int number) {
        return "team-" + number;
    }

    PolicySet load() {
        LoadResult result = PolicySet.load(new PolicySources(List.of(folder), List.of()));
        if (result instanceof LoadResult.Loaded loaded) {
            return loaded.policies();
        }
        throw new IllegalStateException(result.toString());
    }

    void delete() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private void write(String file, int namespace) throws IOException {
        String text = Files.readString(EXAMPLES.resolve(file))
                .replace("namespace: team-a", "namespace: " + namespace(namespace))
                .replace("band: Default", namespace % 2 == 0 ? "band: Default" : "band: Required");
        Files.writeString(folder.resolve(namespace(namespace) + "-" + file), text);
    }
}
