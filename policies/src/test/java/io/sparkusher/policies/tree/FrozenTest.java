package io.sparkusher.policies.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class FrozenTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String TEXT = "{\"a\":[{\"b\":1},\"c\"],\"d\":{\"e\":\"é\\\"\"}}";

    @Test
    void refusesChangesAtEveryDepth() throws Exception {
        ObjectNode frozen = (ObjectNode) Frozen.of(tree());

        assertThrows(UnsupportedOperationException.class, () -> frozen.put("x", 1));
        assertThrows(UnsupportedOperationException.class, () -> frozen.remove("a"));
        assertThrows(UnsupportedOperationException.class, () -> ((ObjectNode) frozen.get("d")).put("x", 1));
        assertThrows(UnsupportedOperationException.class, () -> ((ArrayNode) frozen.get("a")).add(1));
        assertThrows(UnsupportedOperationException.class, () -> ((ObjectNode) frozen.at("/a/0")).put("x", 1));
    }

    @Test
    void isEqualToWhatItWasMadeOfAndIsWrittenLikeIt() throws Exception {
        JsonNode frozen = Frozen.of(tree());

        assertEquals(tree(), frozen);
        assertEquals(frozen, tree());
        assertEquals(tree().hashCode(), frozen.hashCode());
        assertEquals(TEXT, frozen.toString());
        assertEquals("[" + TEXT + "," + TEXT + "]", written(frozen, tree()));
    }

    @Test
    void isWrittenOnceAndKept() throws Exception {
        JsonNode object = Frozen.of(tree());
        JsonNode array = object.get("a");

        assertSame(object.toString(), object.toString());
        assertSame(array.toString(), array.toString());
    }

    @Test
    void staysAsItIsWhenWhatItWasMadeOfChanges() throws Exception {
        ObjectNode tree = tree();
        JsonNode frozen = Frozen.of(tree);

        ((ObjectNode) tree.get("d")).put("e", "changed");

        assertEquals(tree(), frozen);
    }

    @Test
    void isNotFrozenTwice() throws Exception {
        JsonNode frozen = Frozen.of(tree());

        assertSame(frozen, Frozen.of(frozen));
        assertTrue(Frozen.is(frozen));
        assertTrue(Frozen.is(frozen.at("/d/e")));
        assertFalse(Frozen.is(tree()));
    }

    @Test
    void hasCopiesThatCanBeChanged() throws Exception {
        ObjectNode copy = (ObjectNode) Frozen.of(tree()).deepCopy();

        ((ObjectNode) copy.at("/a/0")).put("b", 2);

        assertEquals(2, copy.at("/a/0/b").intValue());
        assertEquals(TEXT.replace(":1", ":2"), copy.toString());
    }

    private static String written(JsonNode... trees) throws Exception {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = MAPPER.createGenerator(text)) {
            generator.writeStartArray();
            for (JsonNode tree : trees) {
                Frozen.write(tree, generator);
            }
            generator.writeEndArray();
        }
        return text.toString();
    }

    private static ObjectNode tree() throws Exception {
        return (ObjectNode) MAPPER.readTree(TEXT);
    }
}
