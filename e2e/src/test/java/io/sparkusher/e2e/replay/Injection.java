package io.sparkusher.e2e.replay;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;

/**
 * What Spark Usher would add to a pod.
 *
 * @param patch the operations, each of them an addition
 */
record Injection(JsonNode patch) {
    private static final String AT_THE_END = "/-";

    int operations() {
        return patch.size();
    }

    /** All of it is on the pod, which may have more: the API server fills in defaults. */
    void assertOn(JsonNode pod) {
        for (JsonNode operation : patch) {
            assertTrue(
                    holds(operation, pod),
                    () -> operation + " does not hold on the pod "
                            + pod.at("/metadata/namespace").asText() + "/"
                            + pod.at("/metadata/name").asText() + ": " + pod.path("spec"));
        }
    }

    private static boolean holds(JsonNode operation, JsonNode pod) {
        String path = operation.path("path").asText();
        JsonNode value = operation.path("value");
        if (path.endsWith(AT_THE_END)) {
            return anyHas(pod.at(path.substring(0, path.length() - AT_THE_END.length())), value);
        }
        return has(pod.at(path), value);
    }

    private static boolean anyHas(JsonNode elements, JsonNode value) {
        return StreamSupport.stream(elements.spliterator(), false).anyMatch(element -> has(element, value));
    }

    private static boolean has(JsonNode actual, JsonNode value) {
        if (value.isObject()) {
            return value.properties().stream().allMatch(member -> has(actual.path(member.getKey()), member.getValue()));
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false).allMatch(element -> anyHas(actual, element));
        }
        return actual.equals(value);
    }
}
