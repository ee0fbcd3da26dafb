package io.sparkusher.policies.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.Inlined;
import io.sparkusher.policies.api.KubernetesType;
import io.sparkusher.policies.api.Required;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
            return instantiate(type, new @Nullable Object[type.getRecordComponents().length]);
        }
        reportUnknown(object, path, fieldNames(type));
        return fields(object, path, type);
    }

    private <T> T fields(ObjectNode object, String path, Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        boolean complete = true;
        for (int index = 0; index < components.length; index++) {
            values[index] = component(object, path, components[index]);
            complete &= values[index] != null || !components[index].isAnnotationPresent(Required.class);
        }
        if (!complete) {
            document.settle(path);
        }
        return instantiate(type, values);
    }

    private static List<String> fieldNames(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(component -> component.isAnnotationPresent(Inlined.class)
                        ? fieldNames(component.getType()).stream()
                        : Stream.of(component.getName()))
                .toList();
    }

    private void reportUnknown(ObjectNode object, String path, List<String> names) {
        object.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                document.error(FieldPath.member(path, name), "there is no such field" + Spelling.advice(name, names));
            }
        });
    }

    private @Nullable Object component(ObjectNode object, String path, RecordComponent component) {
        if (component.isAnnotationPresent(Inlined.class)) {
            return fields(object, path, component.getType());
        }
        JsonNode node = object.get(component.getName());
        String memberPath = FieldPath.member(path, component.getName());
        if (node == null || node.isNull()) {
            if (component.isAnnotationPresent(Required.class)) {
                document.error(memberPath, "is missing: " + expectation(component.getType()) + " is required");
            }
            return null;
        }
        KubernetesType kubernetesType = component.getAnnotation(KubernetesType.class);
        return kubernetesType == null
                ? value(node, memberPath, component.getGenericType())
                : kubernetesValue(node, memberPath, component, kubernetesType.value());
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

    private @Nullable Object kubernetesValue(
            JsonNode node, String path, RecordComponent component, Class<?> modelType) {
        if (component.getType() != List.class) {
            return model.check(node, path, modelType) ? node : null;
        }
        if (!node.isArray()) {
            document.error(path, expected("a list", node));
            return null;
        }
        List<JsonNode> elements = new ArrayList<>();
        for (int index = 0; index < node.size(); index++) {
            boolean fits = model.check(node.get(index), FieldPath.element(path, index), modelType);
            elements.add(fits ? node.get(index) : JsonNodeFactory.instance.objectNode());
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

    private static <T> T instantiate(Class<T> type, @Nullable Object[] values) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] parameterTypes =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        for (int index = 0; index < values.length; index++) {
            if (values[index] == null) {
                values[index] = standIn(components[index]);
            }
        }
        try {
            return type.getConstructor(parameterTypes).newInstance(values);
        } catch (InvocationTargetException exception) {
            throw new IllegalStateException(type + " refused its own fields", exception.getCause());
        } catch (ReflectiveOperationException exception) {
            throw new IllegalStateException(type + " cannot be made", exception);
        }
    }

    /** What stands for a value that is not there: nothing, where that is allowed. */
    private static @Nullable Object standIn(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == int.class) {
            return 0;
        }
        boolean mayBeAbsent =
                !component.isAnnotationPresent(Required.class) && !component.isAnnotationPresent(Inlined.class);
        if (mayBeAbsent) {
            return null;
        }
        if (type.isRecord()) {
            return instantiate(type, new @Nullable Object[type.getRecordComponents().length]);
        }
        return type.isEnum() ? type.getEnumConstants()[0] : type == String.class ? "" : null;
    }
}
