package io.sparkusher.policies.api;

import java.util.OptionalLong;

/**
 * Names one policy.
 *
 * @param kind its Kubernetes kind
 * @param namespace its namespace, empty for a cluster-scoped policy
 * @param name its name
 * @param generation its {@code metadata.generation}, empty where it did not come from an API server
 */
public record PolicyReference(String kind, String namespace, String name, OptionalLong generation)
        implements Comparable<PolicyReference> {
    /** The name of an object. */
    public static PolicyReference of(PolicyObject object) {
        Metadata metadata = object.metadata();
        return new PolicyReference(object.kind(), metadata.namespace(), metadata.name(), metadata.generation());
    }

    /** {@code Kind/namespace/name}, or {@code Kind/name} for a cluster-scoped policy. */
    public String path() {
        return namespace.isEmpty() ? kind + "/" + name : kind + "/" + namespace + "/" + name;
    }

    /** What stands on a pod: the path, and {@code @generation} where there is one. */
    public String stamp() {
        return generation.isPresent() ? path() + "@" + generation.getAsLong() : path();
    }

    /** How a sentence names it: {@code Kind namespace/name}. */
    @Override
    public String toString() {
        return namespace.isEmpty() ? kind + " " + name : kind + " " + namespace + "/" + name;
    }

    @Override
    public int compareTo(PolicyReference other) {
        return stamp().compareTo(other.stamp());
    }
}
