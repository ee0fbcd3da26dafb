package io.sparkusher.policies.injection;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What records of a type are made of. Each type is looked into once: every look gives accessors of its own, and the JVM
 * would make code for each of them.
 */
record RecordShape(List<RecordComponent> components, Constructor<? extends Record> constructor) {
    private static final ClassValue<RecordShape> KNOWN = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return read(type.asSubclass(Record.class));
        }
    };

    static RecordShape of(Class<? extends Record> type) {
        return KNOWN.get(type);
    }

    private static RecordShape read(Class<? extends Record> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return new RecordShape(List.of(components), type.getConstructor(types));
        } catch (NoSuchMethodException exception) {
            throw new IllegalStateException(type + " cannot be made", exception);
        }
    }

    /** The record with something else in the place of each component. */
    Record map(Record parts, UnaryOperator<@Nullable Object> change) {
        @Nullable Object[] values = new @Nullable Object[components.size()];
        try {
            for (int index = 0; index < values.length; index++) {
                values[index] = change.apply(components.get(index).getAccessor().invoke(parts));
            }
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException exception) {
            throw new IllegalStateException(parts.getClass() + " cannot be copied", exception);
        }
    }
}
