package io.sparkusher.policies.api;

/** The rungs of precedence, the strongest first. The pod as submitted stands between Required and Default. */
public enum Rung {
    ClusterRequired,
    NamespaceRequired,
    NamespaceDefault,
    ClusterDefault;

    /** The rung of a policy. */
    public static Rung of(PolicyReference policy, Band band) {
        boolean cluster = policy.namespace().isEmpty();
        return switch (band) {
            case Required -> cluster ? ClusterRequired : NamespaceRequired;
            case Default -> cluster ? ClusterDefault : NamespaceDefault;
        };
    }

    /** Whether a policy of this rung is stronger than the pod. */
    public boolean isRequired() {
        return this == ClusterRequired || this == NamespaceRequired;
    }
}
