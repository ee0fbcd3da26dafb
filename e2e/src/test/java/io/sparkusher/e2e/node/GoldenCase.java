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
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A golden case of the policies' tests whose policies are its namespace's own, moved to a namespace where no other case is.
 * Cases with node pools or policies of the cluster are none: theirs would be met by the others' pods.
 *
 * @param name the sentence that the case is called by
 * @param namespace where it is now
 * @param policies its policies, there
 * @param pod its pod, as submitted
 */
record GoldenCase(String name, String namespace, List<ObjectNode> policies, ObjectNode pod) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String NAMESPACE_OF_CASES = "team-a";

    static List<GoldenCase> all(Path folder) {
        try (Stream<Path> cases = Files.list(folder)) {
            List<GoldenCase> all = new ArrayList<>();
            for (Path directory : cases.sorted().toList()) {
                List<ObjectNode> policies = documents(directory.resolve("policies.yaml"));
                if (policies.stream().allMatch(GoldenCase::isOfTheCasesNamespace)) {
                    all.add(moved(directory, policies, "spark-usher-e2e-case-" + all.size()));
                }
            }
            return all;
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static List<ObjectNode> documents(Path file) throws IOException {
        try (MappingIterator<ObjectNode> documents =
                YAML.readerFor(ObjectNode.class).readValues(file.toFile())) {
            return documents.readAll();
        }
    }

    private static boolean isOfTheCasesNamespace(JsonNode policy) {
        return policy.path("kind").asText().equals("SparkPodPolicy")
                && policy.at("/metadata/namespace").asText().equals(NAMESPACE_OF_CASES);
    }

    private static GoldenCase moved(Path directory, List<ObjectNode> policies, String namespace) throws IOException {
        policies.forEach(policy -> {
            policy.withObject("/metadata").put("namespace", namespace);
            policy.withObject("/metadata").remove("generation");
        });
        ObjectNode pod =
                (ObjectNode) YAML.readTree(directory.resolve("pod.yaml").toFile());
        pod.withObject("/metadata").put("namespace", namespace);
        return new GoldenCase(directory.getFileName().toString().replace('-', ' '), namespace, policies, pod);
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
