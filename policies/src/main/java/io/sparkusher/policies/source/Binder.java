package io.sparkusher.policies.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.tree.Frozen;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes records of JSON, strictly: what does not fit is reported with its path, and the rest is read all the same. */
final class Binder {
    private final SourceDocument document;
    private final KubernetesModel model;

    Binder(SourceDocument document) {
        this.document = document;
        this.model = new KubernetesModel(document);
    }

    /**
     * The record. Fields in which something is wrong hold something of their type, or nothing where they may be absent,
     * so that the rest can be checked; use it for nothing else where there were errors.
     */
    <T> T record(JsonNode node, String path, Class<T> type) {
        if (!(node instanceof ObjectNode object)) {
            document.error(path, expected("an object", node));
            return RecordType.of(type).empty();
        }
        RecordType<T> recordType = RecordType.of(type);
        reportUnknown(object, path, recordType.names());
        return fields(object, path, recordType);
    }

    private <T> T fields(ObjectNode object, String path, RecordType<T> type) {
        List<RecordField> fields = type.fields();
        @Nullable Object[] values = new @Nullable Object[fields.size()];
        boolean complete = true;
        for (int index = 0; index < values.length; index++) {
            values[index] = field(object, path, fields.get(index));
            complete &= values[index] != null || !fields.get(index).required();
        }
        if (!complete) {
            document.settle(path);
        }
        return type.make(values);
    }

    private void reportUnknown(ObjectNode object, String path, List<String> names) {
        object.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                document.unknownField(FieldPath.member(path, name), Spelling.advice(name, names));
            }
        });
    }

    private @Nullable Object field(ObjectNode object, String path, RecordField field) {
        if (field.inlined()) {
            return fields(object, path, RecordType.of(field.type()));
        }
        JsonNode node = object.get(field.name());
        String memberPath = FieldPath.member(path, field.name());
        if (node == null || node.isNull()) {
            if (field.required()) {
                document.error(memberPath, "is missing: " + expectation(field.type()) + " is required");
            }
            return null;
        }
        return field.kubernetesType() == null
                ? value(node, memberPath, field.genericType())
                : kubernetesValue(
                        node, memberPath, field.type(), field.kubernetesType().value());
    }

    private @Nullable Object value(JsonNode node, String path, Type type) {
        if (type instanceof ParameterizedType parameterized) {
            Type[] arguments = parameterized.getActualTypeArguments();
            return parameterized.getRawType() == List.class ? list(node, path, arguments[0]) : texts(node, path);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return record(node, path, plain);
        }
        return plain.isEnum() ? constant(node, path, plain) : scalar(node, path, plain);
    }

    private @Nullable Object scalar(JsonNode node, String path, Class<?> type) {
        if (type == String.class && node.isTextual()) {
            return node.textValue();
        }
        if ((type == boolean.class || type == Boolean.class) && node.isBoolean()) {
            return node.booleanValue();
        }
        if ((type == int.class || type == Integer.class) && node.isIntegralNumber() && node.canConvertToInt()) {
            return node.intValue();
        }
        if (type == Long.class && node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        document.error(path, expected(expectation(type), node));
        return null;
    }

    private @Nullable Object constant(JsonNode node, String path, Class<?> type) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
        int index = names.indexOf(node.asText());
        if (index < 0) {
            document.error(path, "is " + KubernetesModel.shown(node) + ", expected one of " + String.join(", ", names));
            return null;
        }
        return type.getEnumConstants()[index];
    }

    private List<Object> list(JsonNode node, String path, Type elementType) {
        List<Object> values = new ArrayList<>();
        if (!node.isArray()) {
            document.error(path, expected("a list", node));
            return values;
        }
        for (int index = 0; index < node.size(); index++) {
            Object value = value(node.get(index), FieldPath.element(path, index), elementType);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private Map<String, String> texts(JsonNode node, String path) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (!node.isObject()) {
            document.error(path, expected("an object of texts", node));
            return texts;
        }
        node.properties().forEach(entry -> {
            if (entry.getValue().isTextual()) {
                texts.put(entry.getKey(), entry.getValue().textValue());
            } else {
                document.error(FieldPath.member(path, entry.getKey()), expected("a text", entry.getValue()));
            }
        });
        return texts;
    }

    private @Nullable Object kubernetesValue(JsonNode node, String path, Class<?> type, Class<?> modelType) {
        if (type != List.class) {
            return model.check(node, path, modelType) ? Frozen.of(node) : null;
        }
        if (!node.isArray()) {
            document.error(path, expected("a list", node));
            return null;
        }
        List<JsonNode> elements = new ArrayList<>();
        for (int index = 0; index < node.size(); index++) {
            boolean fits = model.check(node.get(index), FieldPath.element(path, index), modelType);
            elements.add(Frozen.of(fits ? node.get(index) : JsonNodeFactory.instance.objectNode()));
        }
        return elements;
    }

    private static String expectation(Class<?> type) {
        if (type == String.class || type.isEnum()) {
            return "a text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == Integer.class || type == Long.class) {
            return "a whole number";
        }
        return type == List.class ? "a list" : "an object";
    }

    private static String expected(String what, JsonNode node) {
        return KubernetesModel.expected(what, node);
    }
}
