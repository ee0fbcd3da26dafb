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

    static ReadNamespace read(SourceDocument document) {
        JsonNode metadata = document.root().path("metadata");
        Map<String, String> labels = new HashMap<>();
        metadata.path("labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return new ReadNamespace(metadata.path("name").asText(), labels, document);
    }
}
