package io.sparkusher.policies.compile;

/** A cluster policy and the namespaces that it is for. */
public record ClusterPolicy(NamespaceMatcher namespaces, CompiledPolicy policy) {}
