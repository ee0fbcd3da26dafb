package io.sparkusher.policies.properties;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Labels by which a policy would not be for its own pods any more: it is refused when it is read. */
final class OwnMatch {
    private OwnMatch() {}

    /** The policy's spec without labels that its selector does not pick. */
    static ObjectNode kept(ObjectNode spec) {
        JsonNode selector = spec.path("match").path("podSelector");
        for (String section : List.of("common", "driver", "executor")) {
            JsonNode labels = spec.path(section).path("labels");
            for (Map.Entry<String, JsonNode> label : List.copyOf(labels.properties())) {
                if (!Selectors.select(
                        about(selector, label),
                        Map.of(label.getKey(), label.getValue().asText()))) {
                    ((ObjectNode) labels).remove(label.getKey());
                }
            }
        }
        return spec;
    }

    /** What of the selector is about the label; the value of a variable is known to nobody. */
    private static ObjectNode about(JsonNode selector, Map.Entry<String, JsonNode> label) {
        boolean isVariable = label.getValue().asText().contains("${usher:");
        ObjectNode about = JsonNodeFactory.instance.objectNode();
        JsonNode wanted = selector.path("matchLabels").path(label.getKey());
        if (!wanted.isMissingNode() && !isVariable) {
            about.putObject("matchLabels").set(label.getKey(), wanted);
        }
        var expressions = about.putArray("matchExpressions");
        for (JsonNode expression : selector.path("matchExpressions")) {
            boolean decidable = !isVariable || expression.path("values").isEmpty();
            if (decidable && expression.path("key").asText().equals(label.getKey())) {
                expressions.add(expression);
            }
        }
        return about;
    }
}
