package io.sparkusher.policies.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.source.DocumentOrigin;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which node pools policies name.
 *
 * @param pools by policy, with the generation of its newest version: those that this version or the one in force names
 */
public record NodePoolUse(Map<PolicyReference, Set<String>> pools) {
    /** No policy names any. */
    public static final NodePoolUse NONE = new NodePoolUse(Map.of());

    public NodePoolUse {
        pools = Map.copyOf(pools);
    }

    static NodePoolUse of(Histories histories) {
        Map<PolicyReference, Set<String>> pools = new HashMap<>();
        for (PolicyHistory policy : histories.policies()) {
            Set<String> named = names(policy.object().newest());
            policy.inForce().ifPresent(inForce -> named.addAll(names(inForce.version())));
            pools.put(policy.object().reference(), named);
        }
        return new NodePoolUse(pools);
    }

    /**
     * Which policies name a node pool.
     *
     * @param stored the policies that there are now: one that has changed since is read again, and one that has gone
     *     names nothing
     */
    public List<PolicyReference> usersOf(String pool, Collection<ObjectNode> stored) {
        return stored.stream()
                .map(StoredObject::of)
                .filter(object -> poolsOf(object).contains(pool))
                .map(StoredObject::reference)
                .sorted()
                .toList();
    }

    private Set<String> poolsOf(StoredObject object) {
        Set<String> known = pools.get(object.reference());
        return known != null
                ? known
                : names(ReadVersion.of(object.version(), object.reference(), DocumentOrigin.Stored));
    }

    private static Set<String> names(ReadVersion version) {
        Set<String> names = new TreeSet<>();
        version.pools().forEach(place -> names.add(place.pool()));
        return names;
    }
}
