package io.sparkusher.policies.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Kubernetes' quantities: apimachinery, pkg/api/resource/quantity.go. */
public final class Quantities {
    private static final Pattern GRAMMAR =
            Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)(([KMGTPE]i)|[numkMGTPE]|[eE][+-]?[0-9]{1,3})?");

    private Quantities() {}

    /** Whether it is a quantity: a text, or a number as YAML may write it. */
    public static boolean isQuantity(JsonNode node) {
        return node.isNumber()
                || (node.isTextual() && GRAMMAR.matcher(node.textValue()).matches());
    }

    /** Its amount, empty for what is no quantity. */
    public static Optional<BigDecimal> amount(JsonNode node) {
        if (!isQuantity(node)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Quantity(node.asText()).getNumericalAmount());
        } catch (IllegalArgumentException | ArithmeticException exception) {
            return Optional.empty();
        }
    }

    /** Whether it is an amount below nothing. */
    public static boolean isNegative(JsonNode node) {
        return amount(node).filter(amount -> amount.signum() < 0).isPresent();
    }

    /** Whether both are the same amount; what is no quantity is compared as it is. */
    public static boolean equal(JsonNode first, JsonNode second) {
        if (first.asText().equals(second.asText())) {
            return true;
        }
        Optional<BigDecimal> left = amount(first);
        Optional<BigDecimal> right = amount(second);
        return left.isPresent() && right.isPresent() && left.get().compareTo(right.get()) == 0;
    }
}
