package io.sparkusher.policies.api;

/** What the Spark pods of one namespace are given. */
@Description("What the Spark pods of one namespace are given.")
public record SparkPodPolicy(Metadata metadata, SparkPodPolicySpec spec) implements PolicyObject {}
