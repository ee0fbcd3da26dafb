package io.sparkusher.policies.tree;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.Map;

/** Makes trees that take little memory. They can be changed, unlike those of {@link Frozen}. */
public final class Trees {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Trees() {}

    /** An object without members. */
    public static ObjectNode object() {
        return new ObjectNode(JSON, new Members());
    }

    /** A copy of its own, whatever the tree is made of. */
    public static JsonNode copy(JsonNode tree) {
        if (tree.isObject()) {
            ObjectNode copy = object();
            for (Map.Entry<String, JsonNode> member : tree.properties()) {
                copy.set(member.getKey(), copy(member.getValue()));
            }
            return copy;
        }
        if (tree.isArray()) {
            ArrayNode copy = JSON.arrayNode(tree.size());
            for (JsonNode element : tree) {
                copy.add(copy(element));
            }
            return copy;
        }
        return tree;
    }

    /**
     * The value that the parser stands at, wholly: numbers with all their digits, and of members of the same name the
     * last. The parser bounds the depth.
     */
    public static JsonNode read(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> readObject(parser);
            case START_ARRAY -> readArray(parser);
            case VALUE_STRING -> TextNode.valueOf(parser.getText());
            case VALUE_NUMBER_INT -> readInteger(parser);
            case VALUE_NUMBER_FLOAT -> DecimalNode.valueOf(parser.getDecimalValue());
            case VALUE_TRUE -> BooleanNode.TRUE;
            case VALUE_FALSE -> BooleanNode.FALSE;
            case VALUE_NULL -> NullNode.instance;
            case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IllegalStateException("No value begins with " + parser.currentToken());
        };
    }

    private static ObjectNode readObject(JsonParser parser) throws IOException {
        ObjectNode object = object();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            object.set(name, read(parser));
        }
        return object;
    }

    private static ArrayNode readArray(JsonParser parser) throws IOException {
        ArrayNode array = JSON.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(read(parser));
        }
        return array;
    }

    private static JsonNode readInteger(JsonParser parser) throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> JSON.numberNode(parser.getIntValue());
            case LONG -> JSON.numberNode(parser.getLongValue());
            case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> JSON.numberNode(parser.getBigIntegerValue());
        };
    }
}
