package io.sparkusher.policies.crd;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.Inlined;
import io.sparkusher.policies.api.LabelSelector;
import io.sparkusher.policies.api.Metrics;
import io.sparkusher.policies.api.NodePoolChoice;
import io.sparkusher.policies.api.Required;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The schema of a record: its components are the fields. */
final class RecordSchema {
    /** What is set as a whole: half of one manager's and half of another's would be neither. */
    private static final Set<Class<?>> ATOMIC = Set.of(LabelSelector.class, Metrics.class, NodePoolChoice.class);

    private RecordSchema() {}

    static ObjectNode of(Class<?> type) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JsonNodeFactory.instance.arrayNode();
        components(type).forEach(component -> {
            properties.set(component.getName(), FieldSchema.of(component));
            if (component.isAnnotationPresent(Required.class)) {
                required.add(component.getName());
            }
        });
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        if (ATOMIC.contains(type)) {
            schema.put("x-kubernetes-map-type", "atomic");
        }
        types(type).flatMap(each -> Rules.of(each).stream()).forEach(rule -> add(rule, schema));
        return schema;
    }

    static void add(Rule rule, ObjectNode schema) {
        schema.withArray("x-kubernetes-validations").add(rule.json());
    }

    /** The fields: the type's own, and those of components that are inlined. */
    static Stream<RecordComponent> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(component -> component.isAnnotationPresent(Inlined.class)
                        ? components(component.getType())
                        : Stream.of(component));
    }

    /** The record of ours that a field holds, or its elements are; empty where they are none. */
    static Optional<Class<?>> recordIn(RecordComponent component) {
        Type type = component.getGenericType() instanceof ParameterizedType list
                ? list.getActualTypeArguments()[0]
                : component.getGenericType();
        return type instanceof Class<?> plain && plain.isRecord() ? Optional.of(plain) : Optional.empty();
    }

    /** The type, and those that are inlined in it. */
    private static Stream<Class<?>> types(Class<?> type) {
        return Stream.concat(
                Stream.of(type),
                Arrays.stream(type.getRecordComponents())
                        .filter(component -> component.isAnnotationPresent(Inlined.class))
                        .flatMap(component -> types(component.getType())));
    }
}
