package io.sparkusher.policies.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Fields that no version of Kubernetes has, put into every object of a pod: first, so that their place tells, too. */
public final class UnknownFields {
    private static final String NAME = "fieldFromTheFuture";

    /** Maps of texts, in which a field would be an entry. */
    private static final List<String> MAPS =
            List.of("labels", "annotations", "nodeSelector", "limits", "requests", "matchLabels");

    private UnknownFields() {}

    static ObjectNode addedEverywhere(ObjectNode pod) {
        ObjectNode copy = pod.deepCopy();
        addEverywhere(copy);
        return copy;
    }

    public static ObjectNode removedEverywhere(ObjectNode pod) {
        ObjectNode copy = pod.deepCopy();
        copy.findParents(NAME).forEach(parent -> ((ObjectNode) parent).remove(NAME));
        return copy;
    }

    static int count(JsonNode pod) {
        return pod.findParents(NAME).size();
    }

    /** How many of them stood in token volumes and their mounts that were taken away as a whole. */
    static int inTokenVolumes(JsonNode before, JsonNode after) {
        return countTokens(before) - countTokens(after);
    }

    private static int countTokens(JsonNode pod) {
        List<JsonNode> named = new ArrayList<>(pod.findParents("name"));
        return named.stream()
                .filter(object -> object.path("name").asText().startsWith("kube-api-access-"))
                .mapToInt(UnknownFields::count)
                .sum();
    }

    /** As {@link #addedEverywhere}, to the pod itself. */
    public static void addEverywhere(JsonNode node) {
        if (node instanceof ArrayNode array) {
            array.forEach(UnknownFields::addEverywhere);
        } else if (node instanceof ObjectNode object) {
            object.properties().stream()
                    .filter(member -> !MAPS.contains(member.getKey()))
                    .forEach(member -> addEverywhere(member.getValue()));
            ObjectNode rest = object.deepCopy();
            object.removeAll();
            object.putObject(NAME).put("kept", true).putArray("list").add(1).addNull();
            object.setAll(rest);
        }
    }
}
