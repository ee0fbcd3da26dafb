package io.sparkusher.policies.api;

/** Nodes that policies speak of by one name in every cluster. */
@Description("Nodes that policies speak of by one name in every cluster.")
public record SparkNodePool(Metadata metadata, SparkNodePoolSpec spec) implements PolicyObject {}
