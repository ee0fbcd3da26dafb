package io.sparkusher.policies.tree;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * Trees that cannot be changed, and know how they are written: what policies put into pods. Any number of reviews may
 * have them in their pods, without a copy.
 */
public final class Frozen {
    private Frozen() {}

    /** The tree as one that cannot be changed: a copy, unless it is one already. */
    public static JsonNode of(JsonNode tree) {
        if (is(tree)) {
            return tree;
        }
        if (tree instanceof ObjectNode object) {
            return FrozenObject.of(object);
        }
        return tree instanceof ArrayNode array ? FrozenArray.of(array) : tree;
    }

    /** Whether it cannot be changed. Texts, numbers and the like never can. */
    public static boolean is(JsonNode tree) {
        return !tree.isContainerNode() || tree instanceof Written;
    }

    /** Writes any tree: of one that cannot be changed, the JSON that it was written as before. */
    public static void write(JsonNode tree, JsonGenerator generator) throws IOException {
        if (tree instanceof Written written) {
            generator.writeRawValue(written.json());
        } else if (tree.isTextual()) {
            generator.writeString(tree.textValue());
        } else {
            generator.writeTree(tree);
        }
    }
}
