package io.sparkusher.webhook.provision;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Collection;
import java.util.Map;

/**
 * By what an account or a binding is ours: a label and an annotation together, as others may use the label for things
 * that they keep themselves. Whoever removes one of them takes the object over. No owner reference says it: the garbage
 * collector would not ask whether a pod uses the account.
 */
final class Ownership {
    static final String LABEL = "app.kubernetes.io/managed-by";
    static final String LABEL_VALUE = "spark-usher";

    /** The policies that the object is for, each as its path, separated by commas. */
    static final String ANNOTATION = "spark-usher.io/provisioned-for";

    private Ownership() {}

    static boolean isOurs(HasMetadata object) {
        return LABEL_VALUE.equals(members(object.getMetadata().getLabels()).get(LABEL))
                && members(object.getMetadata().getAnnotations()).containsKey(ANNOTATION);
    }

    /** The policies that the object says it is for; empty where it says nothing. */
    static String policiesOf(HasMetadata object) {
        return members(object.getMetadata().getAnnotations()).getOrDefault(ANNOTATION, "");
    }

    static ObjectMeta metadata(String namespace, String name, Collection<String> policies) {
        return new ObjectMetaBuilder()
                .withNamespace(namespace)
                .withName(name)
                .addToLabels(LABEL, LABEL_VALUE)
                .addToAnnotations(ANNOTATION, text(policies))
                .build();
    }

    static String text(Collection<String> policies) {
        return String.join(",", policies);
    }

    private static Map<String, String> members(Map<String, String> present) {
        return present == null ? Map.of() : present;
    }
}
