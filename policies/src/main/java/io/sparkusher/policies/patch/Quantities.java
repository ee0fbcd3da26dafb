package io.sparkusher.policies.patch;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Quantity;

/** Compares Kubernetes quantities by their amount. */
final class Quantities {
    private Quantities() {}

    /** Whether both are the same amount; what is no quantity is compared as it is. */
    static boolean equal(JsonNode first, JsonNode second) {
        String left = first.asText();
        String right = second.asText();
        if (left.equals(right)) {
            return true;
        }
        try {
            return new Quantity(left).getNumericalAmount().compareTo(new Quantity(right).getNumericalAmount()) == 0;
        } catch (IllegalArgumentException | ArithmeticException notQuantities) {
            return false;
        }
    }
}
