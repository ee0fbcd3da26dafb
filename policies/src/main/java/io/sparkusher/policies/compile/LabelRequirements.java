package io.sparkusher.policies.compile;

import io.sparkusher.policies.api.LabelSelector.LabelRequirement;

/** What a requirement of a label selector means. */
public final class LabelRequirements {
    private LabelRequirements() {}

    /** Whether it holds for a label that is there, or is not, and has a value. */
    public static boolean holds(LabelRequirement requirement, boolean present, String value) {
        boolean listed = present && requirement.values().contains(value);
        return switch (requirement.operator()) {
            case In -> listed;
            case NotIn -> !listed;
            case Exists -> present;
            case DoesNotExist -> !present;
        };
    }
}
