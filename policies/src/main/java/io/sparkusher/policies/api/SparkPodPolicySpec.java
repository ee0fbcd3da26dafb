package io.sparkusher.policies.api;

import org.jspecify.annotations.Nullable;

/** What a policy says. */
public record SparkPodPolicySpec(
        @Description(
                "Whether the pod or the policy wins where both say something: Default (the pod) or Required (the policy).")
        Band band,

        @Description("Among policies of one band and scope the higher number is stronger; equal numbers go by name.")
        int precedence,

        @Description("Enforce changes pods; Audit changes nothing and reports what would change.")
        Mode mode,

        @Description(
                "What becomes of a pod that would not be valid with it. Absent: a Required policy denies a driver, and everything else is skipped.")
        @Nullable
        OnError onError,

        @Description("Which Spark pods of the namespace are meant; absent: all.") @Nullable
        Match match,

        @Description("What drivers and executors are given alike; a role's own section is stronger.") @Nullable
        PodSection common,

        @Description("What drivers are given.") @Nullable PodSection driver,
        @Description("What executors are given.") @Nullable PodSection executor) {
    public SparkPodPolicySpec {
        band = band == null ? Band.Default : band;
        mode = mode == null ? Mode.Enforce : mode;
    }
}
