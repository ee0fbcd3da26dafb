package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import io.sparkusher.policies.kubernetes.MountPath;
import java.util.List;

/** How Kubernetes tells the elements of a list apart. */
record ListKey(List<String> members) {
    static final ListKey NAME = new ListKey(List.of("name"));
    static final ListKey ADDRESS = new ListKey(List.of("ip"));
    static final ListKey MOUNT_PATH = new ListKey(List.of("mountPath"));
    static final ListKey ENVIRONMENT_SOURCE = new ListKey(List.of("prefix", "configMapRef", "secretRef"));
    static final ListKey PORT = new ListKey(List.of("containerPort", "protocol"));
    static final ListKey TOLERATION = new ListKey(List.of("key", "operator", "value", "effect"));
    static final ListKey SPREAD_CONSTRAINT = new ListKey(List.of("topologyKey", "whenUnsatisfiable"));

    private static final int NONE = -1;

    /** The index of the element with the same key as the wanted one; the last, as later environment variables win. */
    int indexOf(JsonNode wanted, JsonNode list) {
        for (int index = list.size() - 1; index >= 0; index--) {
            if (sameKey(list.get(index), wanted)) {
                return index;
            }
        }
        return NONE;
    }

    private boolean sameKey(JsonNode first, JsonNode second) {
        for (String member : members) {
            if (!text(first, member).equals(text(second, member))) {
                return false;
            }
        }
        return true;
    }

    private static String text(JsonNode element, String member) {
        String text = element.path(member).asText();
        return switch (member) {
            case "operator" -> text.isEmpty() ? "Equal" : text;
            case "configMapRef", "secretRef" ->
                element.path(member).path("name").asText();
            case "protocol" -> text.isEmpty() ? "TCP" : text;
            case "mountPath" -> MountPath.canonical(text);
            default -> text;
        };
    }
}
