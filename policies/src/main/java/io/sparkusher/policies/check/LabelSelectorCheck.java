package io.sparkusher.policies.check;

import io.sparkusher.policies.api.LabelSelector;
import io.sparkusher.policies.api.LabelSelector.LabelOperator;
import io.sparkusher.policies.api.LabelSelector.LabelRequirement;
import io.sparkusher.policies.kubernetes.Names;
import io.sparkusher.policies.source.FieldPath;

/** Checks a label selector as the API server does those of its own kinds. */
record LabelSelectorCheck(Checks checks) {
    void check(String path, LabelSelector selector) {
        checks.labels(path + ".matchLabels", selector.matchLabels());
        for (int index = 0; index < selector.matchExpressions().size(); index++) {
            String at = FieldPath.element(path + ".matchExpressions", index);
            LabelRequirement requirement = selector.matchExpressions().get(index);
            checks.name(at + ".key", requirement.key(), Names.Qualified);
            boolean compares =
                    requirement.operator() == LabelOperator.In || requirement.operator() == LabelOperator.NotIn;
            if (compares == requirement.values().isEmpty()) {
                String expectation = compares ? "needs at least one value" : "takes no values";
                checks.error(at + ".values", requirement.operator() + " " + expectation);
            }
        }
    }
}
