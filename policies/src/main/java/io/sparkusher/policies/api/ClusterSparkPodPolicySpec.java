package io.sparkusher.policies.api;

import org.jspecify.annotations.Nullable;

/** What a cluster policy says: which namespaces it is for, and all that a namespace's policy says. */
public record ClusterSparkPodPolicySpec(
        @Description("Labels of the namespaces that it is for; absent: all.") @Nullable
        LabelSelector namespaceSelector,

        @Inlined SparkPodPolicySpec policy) {}
