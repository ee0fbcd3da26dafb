package io.sparkusher.policies.source;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A type of records as policies are made of them. Each is looked into once: to ask a class for its annotations costs
 * more than to read what they are about.
 */
record RecordType<T>(Constructor<T> constructor, List<RecordField> fields) {
    private static final ClassValue<RecordType<?>> KNOWN = new ClassValue<>() {
        @Override
        protected RecordType<?> computeValue(Class<?> type) {
            return read(type);
        }
    };

    /** The type of a class that is a record's. */
    @SuppressWarnings("unchecked")
    static <T> RecordType<T> of(Class<T> type) {
        return (RecordType<T>) KNOWN.get(type);
    }

    private static <T> RecordType<T> read(Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] parameterTypes =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return new RecordType<>(
                    type.getConstructor(parameterTypes),
                    Arrays.stream(components).map(RecordField::of).toList());
        } catch (NoSuchMethodException exception) {
            throw new IllegalStateException(type + " cannot be made", exception);
        }
    }

    /** The names of its fields, and of those that belong to it from components that are inlined. */
    List<String> names() {
        return fields.stream()
                .flatMap(field -> field.inlined() ? of(field.type()).names().stream() : Stream.of(field.name()))
                .toList();
    }

    /** A record of these values, and of stand-ins for those that are not there. */
    T make(@Nullable Object[] values) {
        @Nullable Object[] whole = values.clone();
        for (int index = 0; index < whole.length; index++) {
            if (whole[index] == null) {
                whole[index] = fields.get(index).standIn();
            }
        }
        try {
            return constructor.newInstance(whole);
        } catch (InvocationTargetException exception) {
            throw new IllegalStateException(constructor + " refused its own fields", exception.getCause());
        } catch (ReflectiveOperationException exception) {
            throw new IllegalStateException(constructor + " cannot be called", exception);
        }
    }

    /** A record of stand-ins. */
    T empty() {
        return make(new @Nullable Object[fields.size()]);
    }
}
