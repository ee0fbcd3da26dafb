package io.sparkusher.policies.api;

import java.util.List;

/** A requirement on a node's label, as Kubernetes' node affinity has it. */
public record NodeRequirement(
        @Required @Description("The node's label.") String key,

        @Required @Description("In, NotIn, Exists, DoesNotExist, Gt or Lt.")
        Operator operator,

        @Description("What In and NotIn compare with; one whole number for Gt and Lt.")
        List<String> values) {
    public NodeRequirement {
        values = values == null ? List.of() : List.copyOf(values);
    }

    /** How a label is compared. */
    public enum Operator {
        In,
        NotIn,
        Exists,
        DoesNotExist,
        Gt,
        Lt
    }
}
