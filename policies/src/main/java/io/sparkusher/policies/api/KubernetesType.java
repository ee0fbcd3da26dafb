package io.sparkusher.policies.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A field whose value, or each element of whose list, is of a type of Kubernetes' own. It is checked against the model
 * and kept as it was written, so that a field newer than the model is not lost.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface KubernetesType {
    /** The type in Kubernetes' model. */
    Class<?> value();

    /** The fields by which the elements of the list are told apart; empty where it is none, or one of nested keys. */
    String[] key() default {};
}
