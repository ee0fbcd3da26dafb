package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sparkusher.policies.variables.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Does something to every string value of a part of a policy, whatever it is made of. Keys stay as they are. */
final class Expansion {
    private final UnaryOperator<String> texts;

    Expansion(UnaryOperator<String> texts) {
        this.texts = texts;
    }

    /** Whether there are variables anywhere in it. */
    static boolean isNeededFor(Object part) {
        boolean[] found = {false};
        new Expansion(text -> {
                    found[0] |= Template.isTemplate(text);
                    return text;
                })
                .of(part);
        return found[0];
    }

    /** The part with every string value exchanged; the part itself is not changed. */
    @SuppressWarnings("unchecked")
    <V> V of(V part) {
        return (V) Objects.requireNonNull(expanded(part));
    }

    private @Nullable Object expanded(@Nullable Object part) {
        if (part instanceof String text) {
            return texts.apply(text);
        }
        if (part instanceof JsonNode node) {
            return json(node);
        }
        if (part instanceof List<?> list) {
            return list.stream().map(this::expanded).toList();
        }
        if (part instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> copy.put(key, expanded(value)));
            return copy;
        }
        return part instanceof Record parts ? ofRecord(parts) : part;
    }

    private JsonNode json(JsonNode node) {
        if (node.isTextual()) {
            return TextNode.valueOf(texts.apply(node.textValue()));
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties().forEach(member -> copy.set(member.getKey(), json(member.getValue())));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode(array.size());
            array.forEach(element -> copy.add(json(element)));
            return copy;
        }
        return node;
    }

    private Record ofRecord(Record parts) {
        return RecordShape.of(parts.getClass()).map(parts, this::expanded);
    }
}
