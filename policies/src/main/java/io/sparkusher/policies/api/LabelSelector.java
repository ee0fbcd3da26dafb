package io.sparkusher.policies.api;

import java.util.List;
import java.util.Map;

/** Kubernetes' label selector: everything it lists must hold. */
public record LabelSelector(
        @Description("Labels with the values that they must have.")
        Map<String, String> matchLabels,

        @Description("Requirements on labels.") List<LabelRequirement> matchExpressions) {
    public LabelSelector {
        matchLabels = matchLabels == null ? Map.of() : matchLabels;
        matchExpressions = matchExpressions == null ? List.of() : List.copyOf(matchExpressions);
    }

    /** One requirement on a label. */
    public record LabelRequirement(
            @Required @Description("The label.") String key,

            @Required @Description("In, NotIn, Exists or DoesNotExist.")
            LabelOperator operator,

            @Description("What In and NotIn compare with.") List<String> values) {
        public LabelRequirement {
            values = values == null ? List.of() : List.copyOf(values);
        }
    }

    /** How a label is compared. */
    public enum LabelOperator {
        In,
        NotIn,
        Exists,
        DoesNotExist
    }
}
