package io.sparkusher.e2e.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Moves what a golden case is made of to a namespace where no other case is. What is not of that namespace gets a name of
 * its own, all of a case the same prefix, so that their order stays; and policies of the cluster get to no other namespace.
 *
 * @param prefix of names, the same for no two cases
 */
record CaseMove(String prefix) {
    /** Where policies go that are not for the case's own namespace: no pod is reviewed there. */
    static final String ELSEWHERE = GoldenCase.NAMESPACES + "elsewhere";

    private static final String NAMESPACE_OF_CASES = "team-a";
    private static final List<String> SECTIONS = List.of("common", "driver", "executor");

    /** Where the case goes. */
    String namespace() {
        return GoldenCase.NAMESPACES + prefix;
    }

    /** Changes an object, which is a policy or a node pool. */
    void move(ObjectNode object) {
        ObjectNode metadata = object.withObject("/metadata");
        metadata.remove("generation");
        switch (object.path("kind").asText()) {
            case "SparkNodePool" -> rename(metadata, "name");
            case "ClusterSparkPodPolicy" -> {
                rename(metadata, "name");
                object.withObject("/spec/namespaceSelector/matchLabels")
                        .put("kubernetes.io/metadata.name", namespace());
            }
            default -> moveOwn(metadata);
        }
        SECTIONS.forEach(section -> movePools(object.at("/spec/" + section + "/nodePool")));
    }

    private void moveOwn(ObjectNode metadata) {
        if (metadata.path("namespace").asText().equals(NAMESPACE_OF_CASES)) {
            metadata.put("namespace", namespace());
        } else {
            metadata.put("namespace", ELSEWHERE);
            rename(metadata, "name");
        }
    }

    private void movePools(JsonNode choice) {
        rename(choice.path("single"), "pool");
        rename(choice.at("/mix/firstExecutors"), "pool");
        choice.at("/mix/shares").forEach(share -> rename(share, "pool"));
        if (choice.at("/fallback/pools") instanceof ArrayNode pools) {
            for (int index = 0; index < pools.size(); index++) {
                pools.set(index, prefixed(pools.get(index)));
            }
        }
    }

    private void rename(JsonNode holder, String field) {
        if (holder instanceof ObjectNode object && object.has(field)) {
            object.put(field, prefixed(object.path(field)));
        }
    }

    private String prefixed(JsonNode name) {
        return prefix + "-" + name.asText();
    }
}
