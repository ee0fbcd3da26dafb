package io.sparkusher.policies.crd;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.Band;
import io.sparkusher.policies.api.Description;
import io.sparkusher.policies.api.KubernetesType;
import io.sparkusher.policies.api.Mode;
import io.sparkusher.policies.api.PodSection;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The schema of a field. */
final class FieldSchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /**
     * What stands in a stored policy that does not say: the two fields that its columns show. Nothing else is filled in,
     * so that what is in the cluster is what somebody wrote.
     */
    private static final Map<Class<?>, Enum<?>> DEFAULTS = Map.of(Band.class, Band.Default, Mode.class, Mode.Enforce);

    /** By the elements' type, what tells them apart. */
    private static final Map<String, String> KEYS = Map.of(
            "ConfigMapMount", "mountPath",
            "SecretMount", "mountPath",
            "SparkProperty", "name",
            "Share", "pool");

    private FieldSchema() {}

    static ObjectNode of(RecordComponent component) {
        KubernetesType kubernetes = component.getAnnotation(KubernetesType.class);
        ObjectNode schema = kubernetes == null
                ? JSON.objectNode().put("description", description(component))
                : new EmbeddedSchema(component, kubernetes).schema(description(component));
        if (kubernetes == null) {
            schema.setAll(of(component.getGenericType()));
        }
        if (component.getType() == PodSection.class) {
            Rules.ofSection(component.getName()).forEach(rule -> RecordSchema.add(rule, schema));
        }
        Bounds.addTo(schema, component.getDeclaringRecord().getSimpleName() + "." + component.getName());
        return schema;
    }

    private static ObjectNode of(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return parameterized.getRawType() == List.class
                    ? list((Class<?>) parameterized.getActualTypeArguments()[0])
                    : texts();
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return RecordSchema.of(plain);
        }
        return plain.isEnum() ? constants(plain) : scalar(plain);
    }

    private static ObjectNode list(Class<?> elements) {
        ObjectNode schema = JSON.objectNode().put("type", "array");
        schema.set("items", of(elements));
        String key = KEYS.get(elements.getSimpleName());
        if (key == null) {
            return schema.put("x-kubernetes-list-type", "atomic");
        }
        schema.put("x-kubernetes-list-type", "map");
        schema.putArray("x-kubernetes-list-map-keys").add(key);
        return schema;
    }

    private static ObjectNode texts() {
        ObjectNode schema = JSON.objectNode().put("type", "object");
        schema.putObject("additionalProperties").put("type", "string");
        return schema;
    }

    private static ObjectNode constants(Class<?> type) {
        ObjectNode schema = JSON.objectNode().put("type", "string");
        ArrayNode names = schema.putArray("enum");
        Arrays.stream(type.getEnumConstants()).forEach(constant -> names.add(((Enum<?>) constant).name()));
        Enum<?> standard = DEFAULTS.get(type);
        return standard == null ? schema : schema.put("default", standard.name());
    }

    private static ObjectNode scalar(Class<?> type) {
        ObjectNode schema = JSON.objectNode();
        if (type == String.class) {
            return schema.put("type", "string");
        }
        if (type == boolean.class || type == Boolean.class) {
            return schema.put("type", "boolean");
        }
        return schema.put("type", "integer").put("format", type == Long.class ? "int64" : "int32");
    }

    /** What the field means, and what each of its values means where they say. */
    private static String description(RecordComponent component) {
        Description description = component.getAnnotation(Description.class);
        if (description == null) {
            throw new AssertionError(component + " has no description");
        }
        StringBuilder text = new StringBuilder(description.value());
        for (Field constant : component.getType().getFields()) {
            Description meaning = constant.getAnnotation(Description.class);
            if (meaning != null) {
                text.append(' ').append(constant.getName()).append(": ").append(meaning.value());
            }
        }
        return text.toString();
    }
}
