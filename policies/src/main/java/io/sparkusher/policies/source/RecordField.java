package io.sparkusher.policies.source;

import io.sparkusher.policies.api.Inlined;
import io.sparkusher.policies.api.KubernetesType;
import io.sparkusher.policies.api.Required;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * A component of a record as policies are made of them.
 *
 * @param kubernetesType absent where the type is one of ours
 */
record RecordField(
        String name,
        Class<?> type,
        Type genericType,
        boolean required,
        boolean inlined,
        @Nullable KubernetesType kubernetesType) {
    static RecordField of(RecordComponent component) {
        return new RecordField(
                component.getName(),
                component.getType(),
                component.getGenericType(),
                component.isAnnotationPresent(Required.class),
                component.isAnnotationPresent(Inlined.class),
                component.getAnnotation(KubernetesType.class));
    }

    /** What stands for a value that is not there: nothing, where that is allowed. */
    @Nullable
    Object standIn() {
        if (type == int.class) {
            return 0;
        }
        if (!required && !inlined) {
            return null;
        }
        if (type.isRecord()) {
            return RecordType.of(type).empty();
        }
        return type.isEnum() ? type.getEnumConstants()[0] : type == String.class ? "" : null;
    }
}
