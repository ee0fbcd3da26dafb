package io.sparkusher.policies.catalog;

import io.sparkusher.policies.kubernetes.KubernetesVersion;
import io.sparkusher.policies.source.Problem;
import io.sparkusher.policies.source.Problem.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One policy: its newest version, and the one that reviews go by. */
final class PolicyHistory implements History {
    private final ObjectHistory object;
    private Optional<PolicyInForce> inForce = Optional.empty();

    PolicyHistory(ObjectHistory object) {
        this.object = object;
    }

    @Override
    public ObjectHistory object() {
        return object;
    }

    /**
     * Goes by the newest version where it and all node pools that it names can be used. Else by the newer one of those
     * that could: a pool that it was compiled with and that is gone since stays to it as it was.
     *
     * @return whether reviews go by something else than before
     */
    boolean settle(Map<String, PoolInForce> pools, KubernetesVersion kubernetes) {
        Optional<PolicyInForce> before = inForce;
        inForce = Optional.of(object.newest())
                .filter(version -> version.isUsableWith(pools.keySet()))
                .or(() -> object.keptInstead(before.map(PolicyInForce::version))
                        .filter(version -> version.isUsableWith(pools.keySet())))
                .map(version -> compiled(version, PolicyInForce.named(version, pools), kubernetes))
                .or(() -> before.map(known -> withPools(known, pools, kubernetes)));
        return !inForce.map(PolicyInForce::identity).equals(before.map(PolicyInForce::identity));
    }

    Optional<PolicyInForce> inForce() {
        return inForce;
    }

    /** What is to be said of it, given the node pools that there are. */
    Verdict verdict(Map<String, PoolInForce> pools, List<String> potentialConflicts) {
        List<Problem> problems = new ArrayList<>(object.problems());
        problems.addAll(object.newest().missingPools(pools.keySet(), Severity.Error));
        return new Verdict(
                object.reference(),
                acceptance(pools),
                problems,
                inForce.map(PolicyInForce::version)
                        .map(version -> new Verdict.InForce(version.generation(), version.spec())),
                potentialConflicts);
    }

    private Acceptance acceptance(Map<String, PoolInForce> pools) {
        if (object.newest().usable().isEmpty()) {
            return Acceptance.Invalid;
        }
        return object.newest().isUsableWith(pools.keySet()) ? Acceptance.Accepted : Acceptance.NodePoolMissing;
    }

    private PolicyInForce withPools(PolicyInForce known, Map<String, PoolInForce> pools, KubernetesVersion kubernetes) {
        Map<String, PoolInForce> latest = new HashMap<>(known.pools());
        latest.putAll(pools);
        return compiled(known.version(), PolicyInForce.named(known.version(), latest), kubernetes);
    }

    private PolicyInForce compiled(ReadVersion version, Map<String, PoolInForce> pools, KubernetesVersion kubernetes) {
        return inForce.filter(known -> known.identity().equals(new PolicyInForce.Identity(version, pools)))
                .orElseGet(() -> PolicyInForce.of(version, pools, kubernetes));
    }
}
