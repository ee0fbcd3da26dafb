package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.NodeRequirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The nodes that a policy allows, as terms of which one must hold. A pod's own terms are alternatives as well, so both
 * together are each of the pod's with each of the policy's: what the pod excludes stays excluded.
 */
record NodeAlternatives(JsonNode terms) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String EXPRESSIONS = "matchExpressions";
    private static final List<String> LISTS = List.of(EXPRESSIONS, "matchFields");

    /** Whether each of the pod's terms lists all of one of the policy's; a term that fits no node needs nothing more. */
    boolean hold(JsonNode present) {
        return !present.isEmpty()
                && present.valueStream()
                        .filter(term -> !NodeTerm.fitsNoNode(term))
                        .allMatch(term -> terms.valueStream().anyMatch(allowed -> lists(term, allowed)));
    }

    private static boolean lists(JsonNode term, JsonNode allowed) {
        return LISTS.stream()
                .flatMap(list -> missing(list, term, allowed))
                .findAny()
                .isEmpty();
    }

    private static Stream<JsonNode> missing(String list, JsonNode term, JsonNode allowed) {
        return allowed.path(list)
                .valueStream()
                .filter(wanted -> term.path(list).valueStream().noneMatch(wanted::equals));
    }

    /** Whether provably no node fits the pod's own selection and the policy's terms. */
    boolean areExcludedBy(JsonNode present, JsonNode nodeSelector) {
        ArrayNode selected = JSON.arrayNode();
        for (Map.Entry<String, JsonNode> label : nodeSelector.properties()) {
            ObjectNode expression = selected.addObject().put("key", label.getKey());
            expression.put("operator", "In").putArray("values").add(label.getValue());
        }
        JsonNode own = present.isEmpty() ? JSON.arrayNode().add(JSON.objectNode()) : present;
        return own.valueStream()
                .allMatch(term -> terms.valueStream().allMatch(allowed -> contradict(term, selected, allowed)));
    }

    private static boolean contradict(JsonNode term, JsonNode selected, JsonNode allowed) {
        List<JsonNode> own = new ArrayList<>();
        selected.forEach(own::add);
        term.path(EXPRESSIONS).forEach(own::add);
        return allowed.path(EXPRESSIONS)
                .valueStream()
                .map(NodeAlternatives::requirement)
                .anyMatch(requirement ->
                        own.stream().anyMatch(expression -> NodeRequirements.contradicts(requirement, expression)));
    }

    private static NodeRequirement requirement(JsonNode expression) {
        return new NodeRequirement(
                expression.path("key").asText(),
                NodeRequirement.Operator.valueOf(expression.path("operator").asText()),
                expression.path("values").valueStream().map(JsonNode::asText).toList());
    }

    /** The pod's terms, each with each of the policy's. */
    ArrayNode narrow(JsonNode present) {
        ArrayNode narrowed = JSON.arrayNode();
        if (present.isEmpty()) {
            terms.forEach(narrowed::add);
        }
        for (JsonNode term : present) {
            if (NodeTerm.fitsNoNode(term)) {
                narrowed.add(term);
            } else {
                terms.forEach(allowed -> narrowed.add(both(term, allowed)));
            }
        }
        return narrowed;
    }

    private static ObjectNode both(JsonNode term, JsonNode allowed) {
        ObjectNode both = term.deepCopy();
        for (String list : LISTS) {
            List<JsonNode> missing = missing(list, term, allowed).toList();
            if (!missing.isEmpty()) {
                both.withArrayProperty(list).addAll(missing);
            }
        }
        return both;
    }
}
