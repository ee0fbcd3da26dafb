package io.sparkusher.policies.properties;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** Label selectors, read once more. */
final class Selectors {
    private Selectors() {}

    static Map<String, String> labels(JsonNode labels) {
        Map<String, String> map = new HashMap<>();
        labels.properties()
                .forEach(label -> map.put(label.getKey(), label.getValue().asText()));
        return map;
    }

    static boolean select(JsonNode selector, Map<String, String> labels) {
        boolean selected = selector.path("matchLabels").properties().stream()
                .allMatch(wanted -> wanted.getValue().asText().equals(labels.get(wanted.getKey())));
        for (JsonNode expression : selector.path("matchExpressions")) {
            selected &= holds(expression, labels.get(expression.path("key").asText()));
        }
        return selected;
    }

    private static boolean holds(JsonNode expression, @org.jspecify.annotations.Nullable String value) {
        boolean listed = false;
        for (JsonNode candidate : expression.path("values")) {
            listed |= candidate.asText().equals(value);
        }
        return switch (expression.path("operator").asText()) {
            case "In" -> listed;
            case "NotIn" -> !listed;
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            default -> throw new IllegalArgumentException(expression.toString());
        };
    }
}
