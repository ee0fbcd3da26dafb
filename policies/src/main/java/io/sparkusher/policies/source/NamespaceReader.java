package io.sparkusher.policies.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** Reads the labels of Kubernetes namespaces, by which cluster policies select them. */
final class NamespaceReader {
    private NamespaceReader() {}

    static boolean isNamespace(JsonNode root) {
        return root.path("apiVersion").asText().equals("v1")
                && root.path("kind").asText().equals("Namespace")
                && !root.path("metadata").path("name").asText().isEmpty();
    }

    static void read(JsonNode namespace, Map<String, Map<String, String>> namespaceLabels) {
        Map<String, String> labels = new HashMap<>();
        namespace
                .path("metadata")
                .path("labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        namespaceLabels.put(namespace.path("metadata").path("name").asText(), labels);
    }
}
