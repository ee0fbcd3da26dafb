package io.sparkusher.policies.properties;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.LoadResult;
import io.sparkusher.policies.PolicySet;
import io.sparkusher.policies.decision.Decision;
import io.sparkusher.policies.golden.Documents;
import io.sparkusher.policies.pod.PodReview;
import io.sparkusher.policies.source.PolicySources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A pod that is to be created in {@link #NAMESPACE}, and the policies that it meets.
 *
 * @param documents policies, pools, and perhaps the namespace
 * @param asYaml whether policies are read from YAML rather than JSON
 */
record Scenario(ObjectNode pod, List<ObjectNode> documents, boolean asYaml) {
    static final String NAMESPACE = "team-a";

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** The policies as they are read from files. */
    PolicySet policies() {
        return policies(files -> files);
    }

    /** The same policies, read from their files in another order. */
    PolicySet policies(UnaryOperator<List<Path>> order) {
        List<Path> files = new ArrayList<>();
        try {
            Path folder = Files.createTempDirectory("policies");
            try {
                for (ObjectNode document : documents) {
                    Path file = folder.resolve("policy-" + files.size() + (asYaml ? ".yaml" : ".json"));
                    files.add(Files.writeString(file, text(document)));
                }
                return loaded(order.apply(files));
            } finally {
                for (Path file : files) {
                    Files.delete(file);
                }
                Files.delete(folder);
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static PolicySet loaded(List<Path> files) {
        LoadResult result = PolicySet.load(new PolicySources(files, List.of()));
        if (result instanceof LoadResult.Loaded loaded) {
            return loaded.policies();
        }
        throw new AssertionError("Policies that are right were refused: " + result);
    }

    private String text(ObjectNode document) throws JsonProcessingException {
        return asYaml ? Documents.yaml(document) : JSON.writeValueAsString(document);
    }

    /** The review of the pod as it was submitted. */
    Decision review() {
        return review(policies(), pod);
    }

    static Decision review(PolicySet policies, ObjectNode pod) {
        return policies.review(PodReview.ofCreation(NAMESPACE, pod.deepCopy()));
    }

    /** The policies that are for the namespace, strongest first, by a reading of the rules of its own. */
    List<ObjectNode> policiesOfNamespace() {
        return documents.stream()
                .filter(this::isForNamespace)
                .sorted(Comparator.comparingInt(Scenario::rung)
                        .thenComparing(policy ->
                                -policy.path("spec").path("precedence").asInt())
                        .thenComparing(
                                policy -> policy.path("metadata").path("name").asText()))
                .toList();
    }

    static boolean isRequired(ObjectNode policy) {
        return policy.path("spec").path("band").asText().equals("Required");
    }

    private static int rung(ObjectNode policy) {
        boolean ofCluster = policy.path("kind").asText().equals("ClusterSparkPodPolicy");
        return isRequired(policy) ? (ofCluster ? 0 : 1) : (ofCluster ? 3 : 2);
    }

    private boolean isForNamespace(ObjectNode document) {
        return switch (document.path("kind").asText()) {
            case "SparkPodPolicy" ->
                document.path("metadata").path("namespace").asText().equals(NAMESPACE);
            case "ClusterSparkPodPolicy" ->
                Selectors.select(document.path("spec").path("namespaceSelector"), namespaceLabels());
            default -> false;
        };
    }

    Map<String, String> namespaceLabels() {
        return documents.stream()
                .filter(document -> document.path("kind").asText().equals("Namespace"))
                .map(document -> Selectors.labels(document.path("metadata").path("labels")))
                .findFirst()
                .orElse(Map.of());
    }

    /** As the files of a golden case. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("\n--- pod.yaml\n").append(Documents.yaml(pod));
        text.append("--- policies.yaml\n");
        documents.forEach(document -> text.append("---\n").append(Documents.yaml(document)));
        return text.toString();
    }
}
