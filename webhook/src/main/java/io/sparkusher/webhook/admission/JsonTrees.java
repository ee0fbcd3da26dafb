package io.sparkusher.webhook.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.tree.Trees;
import io.sparkusher.webhook.refusal.RefusalCause;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Makes trees of what a reader reads: numbers keep all their digits, and of members of one name the last counts. */
final class JsonTrees {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** Of so many digits and a sign, every whole number is a {@code long}. */
    private static final int LONGS = 18;

    private JsonTrees() {}

    /** The next value, wholly. */
    static JsonNode read(JsonReader reader) throws MalformedReviewException {
        return switch (reader.peek()) {
            case '{' -> object(reader);
            case '[' -> array(reader);
            case '"' -> reader.text();
            case 't', 'f' -> BooleanNode.valueOf(reader.flag());
            case 'n' -> nothing(reader);
            default -> number(reader);
        };
    }

    private static ObjectNode object(JsonReader reader) throws MalformedReviewException {
        ObjectNode object = Trees.object();
        for (boolean more = reader.begin('{', '}'); more; more = reader.another('}')) {
            object.set(reader.name(), read(reader));
        }
        return object;
    }

    private static ArrayNode array(JsonReader reader) throws MalformedReviewException {
        ArrayNode array = JSON.arrayNode();
        for (boolean more = reader.begin('[', ']'); more; more = reader.another(']')) {
            array.add(read(reader));
        }
        return array;
    }

    private static JsonNode nothing(JsonReader reader) throws MalformedReviewException {
        return reader.isNull() ? NullNode.instance : number(reader);
    }

    private static JsonNode number(JsonReader reader) throws MalformedReviewException {
        String digits = reader.number();
        if (digits.indexOf('.') >= 0 || digits.indexOf('e') >= 0 || digits.indexOf('E') >= 0) {
            return decimal(digits);
        }
        if (digits.length() > LONGS) {
            return ofWhole(new BigInteger(digits));
        }
        long value = Long.parseLong(digits);
        return value == (int) value ? JSON.numberNode((int) value) : JSON.numberNode(value);
    }

    private static JsonNode ofWhole(BigInteger value) {
        return value.bitLength() < Long.SIZE ? JSON.numberNode(value.longValue()) : JSON.numberNode(value);
    }

    private static JsonNode decimal(String digits) throws MalformedReviewException {
        try {
            return DecimalNode.valueOf(new BigDecimal(digits));
        } catch (NumberFormatException exponentBeyondInt) {
            throw new MalformedReviewException(
                    RefusalCause.NotJson,
                    "The body is not JSON that can be read: a number's exponent is beyond all bounds");
        }
    }
}
