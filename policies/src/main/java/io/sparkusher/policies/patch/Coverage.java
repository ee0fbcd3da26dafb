package io.sparkusher.policies.patch;

import com.fasterxml.jackson.databind.JsonNode;
import io.sparkusher.policies.kubernetes.Quantities;
import java.util.Map;
import java.util.Set;

/**
 * Whether a value already says what a policy wants. It may say more: the API server fills in defaults, plugins add
 * token mounts, and none of that is a difference.
 */
public final class Coverage {
    /** Members whose values are quantities, which the API server rewrites: 1024Mi comes back as 1Gi. */
    private static final Set<String> QUANTITIES = Set.of("limits", "requests", "capacity", "sizeLimit", "divisor");

    /** Members that are maps, which Go's encoder leaves out when they are empty; an empty object elsewhere says something. */
    private static final Set<String> MAPS =
            Set.of("labels", "annotations", "matchLabels", "nodeSelector", "limits", "requests", "capacity");

    private Coverage() {}

    /** Whether {@code present} covers {@code wanted}; an absent value covers what the API server would drop. */
    public static boolean covers(JsonNode present, JsonNode wanted) {
        return covers(present, wanted, false);
    }

    private static boolean covers(JsonNode present, JsonNode wanted, boolean quantity) {
        if (wanted.isNull()) {
            return present.isNull() || present.isMissingNode();
        }
        if (wanted.isObject()) {
            return present.isObject() && coversMembers(present, wanted, quantity);
        }
        if (wanted.isArray()) {
            return present.isArray() ? coversElements(present, wanted) : wanted.isEmpty() && present.isMissingNode();
        }
        return quantity ? Quantities.equal(present, wanted) : equal(present, wanted);
    }

    private static boolean coversMembers(JsonNode present, JsonNode wanted, boolean quantity) {
        for (Map.Entry<String, JsonNode> member : wanted.properties()) {
            JsonNode counterpart = present.path(member.getKey());
            boolean droppable = counterpart.isMissingNode()
                    && (isZero(member.getValue()) || isEmptyMap(member.getKey(), member.getValue()));
            boolean holdsQuantity = quantity || QUANTITIES.contains(member.getKey());
            if (!droppable && !covers(counterpart, member.getValue(), holdsQuantity)) {
                return false;
            }
        }
        return true;
    }

    /** Lists of texts and numbers must be the same; lists of objects may have others between, in the same order. To
     * want an empty list is to want nothing, as Go's encoder leaves it out. */
    private static boolean coversElements(JsonNode present, JsonNode wanted) {
        if (!wanted.isEmpty() && !wanted.get(0).isObject()) {
            return present.equals(wanted);
        }
        int next = 0;
        for (JsonNode candidate : present) {
            if (next < wanted.size() && covers(candidate, wanted.get(next))) {
                next++;
            }
        }
        return next == wanted.size();
    }

    private static boolean equal(JsonNode present, JsonNode wanted) {
        if (present.isNumber() && wanted.isNumber()) {
            return present.decimalValue().compareTo(wanted.decimalValue()) == 0;
        }
        return present.equals(wanted);
    }

    private static boolean isEmptyMap(String name, JsonNode value) {
        return MAPS.contains(name) && value.isObject() && value.isEmpty();
    }

    /** Whether Go's encoder leaves the value out where the field says omitempty. */
    private static boolean isZero(JsonNode value) {
        return value.isNull()
                || (value.isTextual() && value.textValue().isEmpty())
                || (value.isBoolean() && !value.booleanValue())
                || (value.isNumber() && value.decimalValue().signum() == 0)
                || (value.isArray() && value.isEmpty());
    }
}
