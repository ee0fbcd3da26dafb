package io.sparkusher.e2e.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A golden case of the policies' tests, moved to a namespace where no other case is.
 *
 * @param name the sentence that the case is called by
 * @param namespace where it is now
 * @param labels of its namespace
 * @param policies its policies, there or for there alone
 * @param pools the node pools that they name
 * @param pod its pod, as submitted
 */
record GoldenCase(
        String name,
        String namespace,
        Map<String, String> labels,
        List<ObjectNode> policies,
        List<ObjectNode> pools,
        ObjectNode pod) {
    /** How the names of their namespaces begin. */
    static final String NAMESPACES = "spark-usher-e2e-case-";

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    static List<GoldenCase> all(Path folder) {
        try (Stream<Path> cases = Files.list(folder)) {
            List<GoldenCase> all = new ArrayList<>();
            for (Path directory : cases.sorted().toList()) {
                all.add(moved(directory, new CaseMove("c" + all.size())));
            }
            return all;
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static GoldenCase moved(Path directory, CaseMove move) throws IOException {
        List<ObjectNode> policies = new ArrayList<>();
        List<ObjectNode> pools = new ArrayList<>();
        Map<String, String> labels = new HashMap<>();
        for (ObjectNode document : documents(directory.resolve("policies.yaml"))) {
            switch (document.path("kind").asText()) {
                case "Namespace" ->
                    document.at("/metadata/labels")
                            .properties()
                            .forEach(label ->
                                    labels.put(label.getKey(), label.getValue().asText()));
                case "SparkNodePool" -> pools.add(document);
                default -> policies.add(document);
            }
        }
        policies.forEach(move::move);
        pools.forEach(move::move);
        ObjectNode pod =
                (ObjectNode) YAML.readTree(directory.resolve("pod.yaml").toFile());
        pod.withObject("/metadata").put("namespace", move.namespace());
        String name = directory.getFileName().toString().replace('-', ' ');
        return new GoldenCase(name, move.namespace(), labels, policies, pools, pod);
    }

    private static List<ObjectNode> documents(Path file) throws IOException {
        try (MappingIterator<ObjectNode> documents =
                YAML.readerFor(ObjectNode.class).readValues(file.toFile())) {
            return documents.readAll();
        }
    }

    /** The node labels that its pools ask for: what a pod says of any of them counts for every pod of the cluster. */
    Set<String> poolKeys() {
        Set<String> keys = new TreeSet<>();
        for (ObjectNode pool : pools) {
            pool.at("/spec/requirements")
                    .forEach(requirement -> keys.add(requirement.path("key").asText()));
        }
        return keys;
    }

    /** The service accounts that its policies give: one that does not exist is given to nobody. */
    Set<String> serviceAccounts() {
        Set<String> names = new TreeSet<>();
        for (ObjectNode policy : policies) {
            for (String section : List.of("common", "driver", "executor")) {
                JsonNode account = policy.at("/spec/" + section + "/serviceAccount/name");
                if (account.isTextual()) {
                    names.add(account.asText());
                }
            }
        }
        return names;
    }
}
