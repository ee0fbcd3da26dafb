package io.sparkusher.policies.check;

import io.sparkusher.policies.api.LabelSelector;
import io.sparkusher.policies.api.LabelSelector.LabelOperator;
import io.sparkusher.policies.api.LabelSelector.LabelRequirement;
import io.sparkusher.policies.api.Match;
import io.sparkusher.policies.api.SparkVersionRange;
import io.sparkusher.policies.compile.SparkVersion;
import io.sparkusher.policies.source.FieldPath;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks which pods a policy says it is for. */
record MatchCheck(Checks checks) {
    void check(Match match) {
        for (int index = 0; index < match.appNames().size(); index++) {
            if (match.appNames().get(index).isBlank()) {
                checks.error(
                        FieldPath.element("spec.match.appNames", index), "is empty, expected a name such as etl-*");
            }
        }
        if (match.sparkVersion() != null) {
            check(match.sparkVersion());
        }
        if (match.podSelector() != null) {
            check(match.podSelector());
        }
    }

    private void check(SparkVersionRange range) {
        Optional<SparkVersion> minimum = version("spec.match.sparkVersion.min", range.min());
        Optional<SparkVersion> bound = version("spec.match.sparkVersion.below", range.below());
        if (minimum.isPresent() && bound.isPresent() && minimum.get().compareTo(bound.get()) >= 0) {
            checks.error("spec.match.sparkVersion", "fits no version: min must be lower than below");
        }
    }

    private Optional<SparkVersion> version(String path, @Nullable String text) {
        Optional<SparkVersion> version = SparkVersion.parse(text);
        if (text != null && version.isEmpty()) {
            checks.error(path, "is \"" + text + "\", expected a version such as 3.5");
        }
        return version;
    }

    private void check(LabelSelector selector) {
        checks.labels("spec.match.podSelector.matchLabels", selector.matchLabels());
        for (int index = 0; index < selector.matchExpressions().size(); index++) {
            String path = FieldPath.element("spec.match.podSelector.matchExpressions", index);
            LabelRequirement requirement = selector.matchExpressions().get(index);
            checks.name(path + ".key", requirement.key(), Names.Qualified);
            boolean compares =
                    requirement.operator() == LabelOperator.In || requirement.operator() == LabelOperator.NotIn;
            if (compares == requirement.values().isEmpty()) {
                String expectation = compares ? "needs at least one value" : "takes no values";
                checks.error(path + ".values", requirement.operator() + " " + expectation);
            }
        }
    }
}
