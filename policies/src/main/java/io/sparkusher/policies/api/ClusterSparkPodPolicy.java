package io.sparkusher.policies.api;

/** What the Spark pods of many namespaces are given. */
@Description("What the Spark pods of the namespaces that it selects are given.")
public record ClusterSparkPodPolicy(Metadata metadata, ClusterSparkPodPolicySpec spec) implements PolicyObject {}
