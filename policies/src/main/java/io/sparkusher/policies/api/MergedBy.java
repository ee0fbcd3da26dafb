package io.sparkusher.policies.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a field of several policies and of the pod is merged, where its type does not say. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface MergedBy {
    /** For the reference: {@code by mountPath}. */
    String value();
}
