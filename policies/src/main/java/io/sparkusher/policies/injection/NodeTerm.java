package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.NodeRequirement;
import java.util.List;

/** A term of node affinity: all that it lists must hold of a node. */
record NodeTerm(JsonNode term) {
    private static final String EXPRESSIONS = "matchExpressions";

    /** Kubernetes' rule: a term that lists nothing fits nothing. */
    static boolean fitsNoNode(JsonNode term) {
        return term.path(EXPRESSIONS).isEmpty() && term.path("matchFields").isEmpty();
    }

    /** Whether it already lists all that the pool requires. */
    boolean isWithin(NodePool pool) {
        return missing(pool).isEmpty();
    }

    /** Whether provably no node of the pool fits it. */
    boolean excludes(NodePool pool) {
        for (JsonNode expression : term.path(EXPRESSIONS)) {
            for (NodeRequirement requirement : pool.requirements()) {
                if (NodeRequirements.contradicts(requirement, expression)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A copy that lists what the pool requires as well. */
    ObjectNode narrowedTo(NodePool pool) {
        ObjectNode narrowed = term.deepCopy();
        List<ObjectNode> missing = missing(pool);
        if (!missing.isEmpty()) {
            ArrayNode expressions =
                    narrowed.path(EXPRESSIONS) instanceof ArrayNode present ? present : narrowed.putArray(EXPRESSIONS);
            expressions.addAll(missing);
        }
        return narrowed;
    }

    private List<ObjectNode> missing(NodePool pool) {
        return pool.requirements().stream()
                .map(NodeRequirements::expression)
                .filter(expression -> term.path(EXPRESSIONS).valueStream().noneMatch(expression::equals))
                .toList();
    }
}
