package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.NodeRequirement;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** What requirements on one node label mean together. */
final class NodeRequirements {
    private NodeRequirements() {}

    /** A requirement as node affinity writes it. */
    static ObjectNode expression(NodeRequirement requirement) {
        ObjectNode expression = JsonNodeFactory.instance
                .objectNode()
                .put("key", requirement.key())
                .put("operator", requirement.operator().name());
        if (!requirement.values().isEmpty()) {
            requirement.values().forEach(expression.putArray("values")::add);
        }
        return expression;
    }

    /** Whether a node whose label has the value meets the requirement. */
    static boolean allows(NodeRequirement requirement, String value) {
        return switch (requirement.operator()) {
            case In -> requirement.values().contains(value);
            case NotIn -> !requirement.values().contains(value);
            case Exists -> true;
            case DoesNotExist -> false;
            case Gt -> compare(value, requirement) > 0;
            case Lt -> compare(value, requirement) < 0;
        };
    }

    /** Whether no node can meet both the requirement and an expression of a pod's; false where that cannot be proved. */
    static boolean contradicts(NodeRequirement requirement, JsonNode expression) {
        if (!expression.path("key").asText().equals(requirement.key())) {
            return false;
        }
        boolean absent = requirement.operator() == NodeRequirement.Operator.DoesNotExist;
        return switch (expression.path("operator").asText()) {
            case "In" -> values(expression).stream().noneMatch(value -> allows(requirement, value));
            case "NotIn" ->
                requirement.operator() == NodeRequirement.Operator.In
                        && values(expression).containsAll(requirement.values());
            case "Exists", "Gt", "Lt" -> absent;
            case "DoesNotExist" -> !absent && requirement.operator() != NodeRequirement.Operator.NotIn;
            default -> false;
        };
    }

    private static List<String> values(JsonNode expression) {
        List<String> values = new ArrayList<>();
        expression.path("values").forEach(value -> values.add(value.asText()));
        return values;
    }

    private static int compare(String value, NodeRequirement requirement) {
        return value.matches("-?[0-9]+")
                ? new BigInteger(value)
                        .compareTo(new BigInteger(requirement.values().get(0)))
                : 0;
    }
}
