package io.sparkusher.policies.compile;

import io.sparkusher.policies.api.Band;
import io.sparkusher.policies.api.PolicyReference;

/** The rungs of precedence, the strongest first. The pod as submitted stands between Required and Default. */
public enum Rung {
    ClusterRequired,
    NamespaceRequired,
    NamespaceDefault,
    ClusterDefault;

    static Rung of(PolicyReference policy, Band band) {
        boolean cluster = policy.namespace().isEmpty();
        return switch (band) {
            case Required -> cluster ? ClusterRequired : NamespaceRequired;
            case Default -> cluster ? ClusterDefault : NamespaceDefault;
        };
    }
}
