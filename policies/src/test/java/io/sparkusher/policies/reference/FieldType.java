package io.sparkusher.policies.reference;

import io.sparkusher.policies.api.Description;
import io.sparkusher.policies.api.KubernetesType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the reference speaks of a field's type. */
record FieldType(RecordComponent component) {
    String text() {
        KubernetesType kubernetes = component.getAnnotation(KubernetesType.class);
        if (kubernetes != null) {
            String name = "Kubernetes " + kubernetes.value().getSimpleName();
            return component.getType() == List.class ? "list of " + name : name;
        }
        return text(component.getGenericType());
    }

    private static String text(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return parameterized.getRawType() == List.class
                    ? "list of " + text(parameterized.getActualTypeArguments()[0])
                    : "map of text";
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return Arrays.stream(plain.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
        }
        if (plain.isRecord()) {
            return "[" + plain.getSimpleName() + "](#" + plain.getSimpleName().toLowerCase(java.util.Locale.ROOT) + ")";
        }
        return scalar(plain);
    }

    private static String scalar(Class<?> type) {
        if (type == String.class) {
            return "text";
        }
        return type == boolean.class || type == Boolean.class ? "true or false" : "whole number";
    }

    /** The record that is described by a table of its own, where the type is one or a list of one. */
    Optional<Class<?>> nested() {
        Type type = component.getGenericType();
        Type element =
                type instanceof ParameterizedType parameterized ? parameterized.getActualTypeArguments()[0] : type;
        return element instanceof Class<?> plain && plain.isRecord() ? Optional.of(plain) : Optional.empty();
    }

    /** What the constants of an enum mean, where they say. */
    static List<String> meanings(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(field -> field.isAnnotationPresent(Description.class))
                .map(field -> "`" + field.getName() + "`: "
                        + field.getAnnotation(Description.class).value())
                .toList();
    }
}
