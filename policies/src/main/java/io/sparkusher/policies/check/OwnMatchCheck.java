package io.sparkusher.policies.check;

import io.sparkusher.policies.api.Band;
import io.sparkusher.policies.api.LabelSelector;
import io.sparkusher.policies.api.LabelSelector.LabelOperator;
import io.sparkusher.policies.api.LabelSelector.LabelRequirement;
import io.sparkusher.policies.api.PodSection;
import io.sparkusher.policies.api.SparkPodPolicySpec;
import io.sparkusher.policies.compile.LabelRequirements;
import io.sparkusher.policies.source.FieldPath;
import io.sparkusher.policies.variables.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks that a policy gives pods no label by which it would not be for them: its second review would undo the first. */
record OwnMatchCheck(Checks checks, Band band) {
    void check(SparkPodPolicySpec spec) {
        if (spec.match() == null || spec.match().podSelector() == null) {
            return;
        }
        List<LabelRequirement> requirements = requirements(spec.match().podSelector());
        check("spec.common", spec.common(), requirements);
        check("spec.driver", spec.driver(), requirements);
        check("spec.executor", spec.executor(), requirements);
    }

    private static List<LabelRequirement> requirements(LabelSelector selector) {
        List<LabelRequirement> requirements = new ArrayList<>(selector.matchExpressions());
        selector.matchLabels()
                .forEach((key, value) -> requirements.add(new LabelRequirement(key, LabelOperator.In, List.of(value))));
        return requirements;
    }

    private void check(String path, @Nullable PodSection section, List<LabelRequirement> requirements) {
        if (section == null) {
            return;
        }
        for (Map.Entry<String, String> label : section.labels().entrySet()) {
            boolean leaves = requirements.stream()
                    .filter(requirement -> requirement.key().equals(label.getKey()))
                    .anyMatch(requirement -> isLeft(requirement, label.getValue()));
            if (leaves) {
                checks.error(
                        FieldPath.member(path + ".labels", label.getKey()),
                        "is " + label.getValue() + ", and with it a pod is none that spec.match.podSelector picks:"
                                + " change the one or the other");
            }
        }
    }

    /** Whether a pod that gets the label was picked before and is not any more; a variable's value is not known. */
    private boolean isLeft(LabelRequirement requirement, String value) {
        boolean known = !Template.isTemplate(value) || requirement.values().isEmpty();
        boolean mayBeSet = band == Band.Required || LabelRequirements.holds(requirement, false, "");
        return known && mayBeSet && !LabelRequirements.holds(requirement, true, value);
    }
}
