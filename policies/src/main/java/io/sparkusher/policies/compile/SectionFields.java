package io.sparkusher.policies.compile;

import io.sparkusher.policies.api.PodSection;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names of the fields in which a policy says something. */
final class SectionFields {
    // Asked for once: each answer comes with accessors of its own, and the JVM would make code for each of them.
    private static final List<RecordComponent> FIELDS = List.of(PodSection.class.getRecordComponents());

    private SectionFields() {}

    /** Those of several sections together, each once, in the order of the reference. */
    static List<String> of(@Nullable PodSection... sections) {
        List<PodSection> present = Stream.of(sections).filter(Objects::nonNull).toList();
        return FIELDS.stream()
                .filter(field -> present.stream().anyMatch(section -> saysSomething(field, section)))
                .map(RecordComponent::getName)
                .toList();
    }

    private static boolean saysSomething(RecordComponent field, PodSection section) {
        try {
            @Nullable Object value = field.getAccessor().invoke(section);
            boolean isEmpty = (value instanceof Collection<?> list && list.isEmpty())
                    || (value instanceof Map<?, ?> map && map.isEmpty());
            return value != null && !isEmpty;
        } catch (ReflectiveOperationException exception) {
            throw new IllegalStateException(field + " cannot be read", exception);
        }
    }
}
