package io.sparkusher.policies.tree;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
}
