package io.sparkusher.policies.catalog;

import io.sparkusher.policies.PolicySet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a cluster's objects come to.
 *
 * @param policies what reviews go by
 * @param verdicts one for each object, by {@link io.sparkusher.policies.api.PolicyReference#path()}
 * @param digest of the kinds, names and generations in force: two replicas with the same digest review by the same
 *     versions of all objects
 * @param nodePoolUse which policies name which node pools
 */
public record Evaluation(PolicySet policies, Map<String, Verdict> verdicts, String digest, NodePoolUse nodePoolUse) {
    public Evaluation {
        verdicts = Map.copyOf(verdicts);
    }

    /** Whether both come to the same policies and verdicts, though one may know of other namespaces and accounts. */
    public boolean saysTheSameAs(Evaluation other) {
        return digest.equals(other.digest) && verdicts.equals(other.verdicts);
    }

    /** The names of the node pools that policies can name. */
    public Set<String> nodePools() {
        return verdicts.values().stream()
                .filter(verdict -> verdict.object().kind().equals("SparkNodePool")
                        && verdict.inForce().isPresent())
                .map(verdict -> verdict.object().name())
                .collect(Collectors.toUnmodifiableSet());
    }
}
