package io.sparkusher.policies.patch;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.patch.PatchOperation.Add;
import io.sparkusher.policies.patch.PatchOperation.Replace;
import io.sparkusher.policies.tree.Frozen;
import java.io.IOException;
import java.util.List;

/** A JSON Patch (RFC 6902) as JSON, and what it does to a document. */
public final class JsonPatch {
    private JsonPatch() {}

    /** The JSON array that a JSON Patch is, empty for no operations. It shares the operations' values. */
    public static ArrayNode asJson(List<PatchOperation> operations) {
        ArrayNode patch = JsonNodeFactory.instance.arrayNode();
        for (PatchOperation operation : operations) {
            ObjectNode json = patch.addObject().put("op", name(operation)).put("path", operation.path());
            if (operation instanceof Add add) {
                json.set("value", add.value());
            } else if (operation instanceof Replace replace) {
                json.set("value", replace.value());
            }
        }
        return patch;
    }

    /** Writes likewise, without a tree of it all. */
    public static void write(List<PatchOperation> operations, JsonGenerator generator) throws IOException {
        generator.writeStartArray();
        for (PatchOperation operation : operations) {
            generator.writeStartObject();
            generator.writeStringField("op", name(operation));
            generator.writeStringField("path", operation.path());
            if (operation instanceof Add add) {
                writeValue(add.value(), generator);
            } else if (operation instanceof Replace replace) {
                writeValue(replace.value(), generator);
            }
            generator.writeEndObject();
        }
        generator.writeEndArray();
    }

    private static void writeValue(JsonNode value, JsonGenerator generator) throws IOException {
        generator.writeFieldName("value");
        Frozen.write(value, generator);
    }

    /**
     * The document after all operations; the one that is given stays as it is.
     *
     * @throws IllegalArgumentException where an operation does not apply
     */
    public static ObjectNode apply(List<PatchOperation> operations, ObjectNode document) {
        ObjectNode result = document.deepCopy();
        for (PatchOperation operation : operations) {
            applyInPlace(withValueOfItsOwn(operation), result);
        }
        return result;
    }

    /** Operations may share their values, with each other and with other reviews. */
    private static PatchOperation withValueOfItsOwn(PatchOperation operation) {
        if (operation instanceof Add add) {
            return new Add(add.path(), add.value().deepCopy(), add.author());
        }
        if (operation instanceof Replace replace) {
            return new Replace(replace.path(), replace.value().deepCopy(), replace.author());
        }
        return operation;
    }

    /**
     * Changes the document. The operation's value becomes a part of it, so that later operations change that too.
     *
     * @throws IllegalArgumentException where the operation does not apply
     */
    public static void applyInPlace(PatchOperation operation, ObjectNode document) {
        JsonPointer pointer = JsonPointer.compile(operation.path());
        if (pointer.matches()) {
            throw refusal(operation, "the document itself is not replaced or removed");
        }
        JsonNode parent = document.at(pointer.head());
        JsonPointer member = pointer.last();
        if (parent instanceof ObjectNode object) {
            applyToObject(operation, object, member.getMatchingProperty());
        } else if (parent instanceof ArrayNode array) {
            applyToArray(operation, array, member);
        } else {
            throw refusal(operation, "there is no object or array around it");
        }
    }

    private static void applyToObject(PatchOperation operation, ObjectNode object, String name) {
        if (!(operation instanceof Add) && !object.has(name)) {
            throw refusal(operation, "there is no such member");
        }
        if (operation instanceof Add add) {
            object.set(name, add.value());
        } else if (operation instanceof Replace replace) {
            object.set(name, replace.value());
        } else {
            object.remove(name);
        }
    }

    private static void applyToArray(PatchOperation operation, ArrayNode array, JsonPointer member) {
        int index = index(operation, array, member);
        if (operation instanceof Add add) {
            array.insert(index, add.value());
        } else if (operation instanceof Replace replace) {
            array.set(index, replace.value());
        } else {
            array.remove(index);
        }
    }

    /** Where in the array: only an addition may stand behind the last element. */
    private static int index(PatchOperation operation, ArrayNode array, JsonPointer member) {
        boolean adds = operation instanceof Add;
        int index = adds && member.getMatchingProperty().equals("-") ? array.size() : member.getMatchingIndex();
        if (index < 0 || index >= array.size() + (adds ? 1 : 0)) {
            throw refusal(operation, "there is no such element");
        }
        return index;
    }

    private static String name(PatchOperation operation) {
        if (operation instanceof Add) {
            return "add";
        }
        return operation instanceof Replace ? "replace" : "remove";
    }

    private static IllegalArgumentException refusal(PatchOperation operation, String cause) {
        return new IllegalArgumentException(name(operation) + " " + operation.path() + " does not apply: " + cause);
    }
}
