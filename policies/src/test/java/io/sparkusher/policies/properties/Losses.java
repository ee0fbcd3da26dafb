package io.sparkusher.policies.properties;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What of a pod is not in it any more after it was changed, or not in its place. */
final class Losses {
    /** Ends a pointer to an object that has all its members, in another order. */
    static final String ORDER = " in its order";

    private static final String TOKEN_VOLUME = "kube-api-access-";

    private static final Map<String, List<String>> KEYS = Map.of(
            "volumes", List.of("name"),
            "containers", List.of("name"),
            "initContainers", List.of("name"),
            "env", List.of("name"),
            "ports", List.of("containerPort", "protocol"),
            "options", List.of("name"),
            "volumeMounts", List.of("mountPath"),
            "tolerations", List.of("key", "operator", "value", "effect"),
            "topologySpreadConstraints", List.of("topologyKey", "whenUnsatisfiable"),
            "hostAliases", List.of("ip"));

    private final List<String> pointers = new ArrayList<>();

    private Losses() {}

    /** Pointers into the first pod. */
    static List<String> between(ObjectNode before, ObjectNode after) {
        Losses losses = new Losses();
        losses.compare("", before, after);
        return losses.pointers;
    }

    private void compare(String pointer, JsonNode before, JsonNode after) {
        if (before instanceof ObjectNode object && after instanceof ObjectNode) {
            compareMembers(pointer, object, after);
        } else if (before instanceof ArrayNode array && after instanceof ArrayNode) {
            compareElements(pointer, array, after);
        } else if (!before.isNull() && !before.equals(after) && !isAddedTo(pointer, before, after)) {
            pointers.add(pointer);
        }
    }

    private void compareMembers(String pointer, ObjectNode before, JsonNode after) {
        for (Map.Entry<String, JsonNode> member : before.properties()) {
            compare(pointer + "/" + Licence.escaped(member.getKey()), member.getValue(), after.path(member.getKey()));
        }
        List<String> order = names(before);
        order.retainAll(names(after));
        if (!names(after).subList(0, order.size()).equals(order)) {
            pointers.add(pointer + ORDER);
        }
    }

    /** Options may be added to those that a variable holds. */
    private static boolean isAddedTo(String pointer, JsonNode before, JsonNode after) {
        return pointer.matches(".*/env/[0-9]+/value")
                && after.asText().startsWith((before.asText() + " ").stripLeading());
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Elements keep their order, and others may come between. */
    private void compareElements(String pointer, ArrayNode before, JsonNode after) {
        if (!before.isEmpty() && before.path(0).isTextual()) {
            compareTexts(pointer, before, after);
            return;
        }
        if (pointer.endsWith("/nodeSelectorTerms")) {
            compareAlternatives(pointer, before, after);
            return;
        }
        int next = 0;
        for (int index = 0; index < before.size(); index++) {
            int at = next;
            while (at < after.size() && !isSame(pointer, before.get(index), after.get(at))) {
                at++;
            }
            if (at < after.size()) {
                compare(pointer + "/" + index, before.get(index), after.get(at));
                next = at + 1;
            } else {
                boolean ofToken = before.get(index).path("name").asText().startsWith(TOKEN_VOLUME);
                pointers.add(ofToken ? "token" : pointer + "/" + index);
            }
        }
    }

    /** Whether two elements of a list are one, be it with other values. */
    private static boolean isSame(String list, JsonNode first, JsonNode second) {
        List<String> key = KEYS.getOrDefault(list.substring(list.lastIndexOf('/') + 1), List.of());
        return key.isEmpty() ? first.equals(second) : Licence.sameKey(key, first, second);
    }

    /** Texts keep their order, and others may come between. */
    private void compareTexts(String pointer, ArrayNode before, JsonNode after) {
        int next = 0;
        for (int index = 0; index < before.size(); index++) {
            int at = next;
            while (at < after.size() && !after.get(at).equals(before.get(index))) {
                at++;
            }
            if (at == after.size()) {
                pointers.add(pointer + "/" + index);
            } else {
                next = at + 1;
            }
        }
    }

    /** Alternatives keep their order; there may be several for one, each of which says all that it said. */
    private void compareAlternatives(String pointer, ArrayNode before, JsonNode after) {
        int next = 0;
        for (int index = 0; index < before.size(); index++) {
            int at = next;
            while (at < after.size() && !isWithin(before.get(index), after.get(at))) {
                at++;
            }
            if (at == after.size()) {
                pointers.add(pointer + "/" + index);
            } else {
                next = at;
            }
        }
    }

    /** Whether nothing of the one is lost in the other. */
    static boolean isWithin(JsonNode before, JsonNode after) {
        Losses losses = new Losses();
        losses.compare("", before, after);
        return losses.pointers.isEmpty();
    }
}
