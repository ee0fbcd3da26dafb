package io.sparkusher.policies.compile;

import io.sparkusher.policies.api.LabelSelector;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells whether a cluster policy is for a namespace. */
public record NamespaceMatcher(@Nullable LabelSelector selector) {
    /** The label that every namespace has, with its name. */
    public static final String NAME_LABEL = "kubernetes.io/metadata.name";

    /** Whether a namespace with these labels is meant. */
    public boolean matches(Map<String, String> labels) {
        return selector == null
                || (selector.matchLabels().entrySet().stream()
                                .allMatch(wanted -> wanted.getValue().equals(labels.get(wanted.getKey())))
                        && selector.matchExpressions().stream()
                                .allMatch(requirement -> LabelRequirements.holds(
                                        requirement,
                                        labels.containsKey(requirement.key()),
                                        labels.getOrDefault(requirement.key(), ""))));
    }
}
