package io.sparkusher.webhook.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One condition, as {@code metav1.Condition} has it.
 *
 * @param reason one word in CamelCase
 * @param message a sentence for a person
 */
record Condition(String type, boolean status, String reason, String message) {
    static final String ACCEPTED = "Accepted";
    static final String CONFLICTED = "Conflicted";
    static final String READY = "Ready";

    /** The condition of that type in a status; a missing node where there is none. */
    static JsonNode in(JsonNode status, String type) {
        for (JsonNode condition : status.path("conditions")) {
            if (condition.path("type").asText().equals(type)) {
                return condition;
            }
        }
        return status.path("conditions").path(type);
    }

    /** Whether a status has it, and as true. */
    static boolean isTrue(JsonNode status, String type) {
        return in(status, type).path("status").asText().equals("True");
    }

    /** With the time of the last change of the status, which is that of the previous one where it is the same. */
    ObjectNode toJson(long generation, JsonNode previous, Instant now) {
        String word = status ? "True" : "False";
        String since = previous.path("lastTransitionTime").asText();
        boolean same = previous.path("status").asText().equals(word) && !since.isEmpty();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", type);
        json.put("status", word);
        Numbers.put(json, "observedGeneration", generation);
        json.put(
                "lastTransitionTime",
                same ? since : now.truncatedTo(ChronoUnit.SECONDS).toString());
        json.put("reason", reason);
        json.put("message", message);
        return json;
    }
}
