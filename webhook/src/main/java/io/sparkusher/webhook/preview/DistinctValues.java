package io.sparkusher.webhook.preview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;

/**
 * Copies of JSON in which every value is an object of its own, so that identity tells who put it there. JSON's own
 * scalars cannot: there is one {@code true}, and one empty text.
 */
final class DistinctValues {
    private DistinctValues() {}

    static ObjectNode copy(ObjectNode value) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        value.properties().forEach(member -> object.set(member.getKey(), copy(member.getValue())));
        return object;
    }

    static JsonNode copy(JsonNode value) {
        if (value instanceof ObjectNode object) {
            return copy(object);
        }
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> array.add(copy(element)));
            return array;
        }
        return new POJONode(value);
    }

    /** The scalar that a value is, in a copy or not. */
    static JsonNode scalar(JsonNode value) {
        return value instanceof POJONode wrapper && wrapper.getPojo() instanceof JsonNode scalar ? scalar : value;
    }
}
