package io.sparkusher.policies.reference;

import io.sparkusher.policies.api.Description;
import io.sparkusher.policies.api.Inlined;
import io.sparkusher.policies.api.KubernetesType;
import io.sparkusher.policies.api.MergedBy;
import io.sparkusher.policies.api.PodSection;
import io.sparkusher.policies.api.Required;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Writes the reference of records: a table each. */
final class Reference {
    private final UsedFields used;
    private final StringBuilder text = new StringBuilder();
    private final Set<Class<?>> seen = new LinkedHashSet<>();
    private final Deque<Class<?>> pending = new ArrayDeque<>();

    Reference(UsedFields used) {
        this.used = used;
    }

    /** The tables of the types and of every type of ours that they are made of. */
    String of(Class<?>... types) {
        List.of(types).forEach(this::enqueue);
        while (!pending.isEmpty()) {
            table(pending.remove());
        }
        return text.toString();
    }

    private void enqueue(Class<?> type) {
        if (seen.add(type)) {
            pending.add(type);
        }
    }

    private void table(Class<?> type) {
        boolean isSection = type == PodSection.class;
        text.append("\n## ").append(type.getSimpleName()).append("\n\n");
        text.append("| Field | Type | What it means |").append(isSection ? " Merged | Example |" : "");
        text.append("\n|---|---|---|").append(isSection ? "---|---|" : "").append('\n');
        components(type).forEach(component -> row(component, isSection));
    }

    private static Stream<RecordComponent> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(component -> component.isAnnotationPresent(Inlined.class)
                        ? components(component.getType())
                        : Stream.of(component));
    }

    private void row(RecordComponent component, boolean isSection) {
        FieldType type = new FieldType(component);
        type.nested().ifPresent(this::enqueue);
        text.append("| `").append(component.getName()).append('`');
        text.append(component.isAnnotationPresent(Required.class) ? " (required)" : "")
                .append(" | ");
        text.append(type.text()).append(" | ").append(meaning(component));
        if (isSection) {
            text.append(" | ").append(merged(component)).append(" | ").append(example(component));
        }
        text.append(" |\n");
    }

    private static String meaning(RecordComponent component) {
        Description description = component.getAnnotation(Description.class);
        if (description == null) {
            throw new AssertionError(component + " has no description");
        }
        List<String> meanings = FieldType.meanings(component.getType());
        return meanings.isEmpty() ? description.value() : description.value() + " " + String.join(" ", meanings);
    }

    private static String merged(RecordComponent component) {
        KubernetesType kubernetes = component.getAnnotation(KubernetesType.class);
        MergedBy mergedBy = component.getAnnotation(MergedBy.class);
        if (mergedBy != null) {
            return mergedBy.value();
        }
        if (kubernetes != null && kubernetes.key().length > 0) {
            return "by " + String.join(", ", kubernetes.key());
        }
        return component.getType() == Map.class ? "by key" : "as a whole";
    }

    private String example(RecordComponent component) {
        String sentence = used.exampleOf(component.getName());
        return "[" + sentence.replace('-', ' ') + "](../policies/src/test/resources/cases/" + sentence
                + "/policies.yaml)";
    }
}
