package io.sparkusher.policies.catalog;

import io.sparkusher.policies.PolicySet;
import io.sparkusher.policies.compile.ClusterPolicy;
import io.sparkusher.policies.compile.CompiledPolicy;
import io.sparkusher.policies.compile.PolicyIndex;
import io.sparkusher.policies.injection.NodePool;
import io.sparkusher.policies.pod.ServiceAccounts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is in force, put together.
 *
 * @param poolKeys every node label that any node pool asks for, of those that are gone as well while policies have them
 * @param digest tells it from whatever else could be in force
 */
record Assembly(
        List<CompiledPolicy> policies,
        List<ClusterPolicy> clusterPolicies,
        PolicyIndex index,
        Set<String> poolKeys,
        String digest) {
    static Assembly of(Histories histories, Map<String, Map<String, String>> namespaceLabels) {
        List<CompiledPolicy> policies = new ArrayList<>();
        List<ClusterPolicy> clusterPolicies = new ArrayList<>();
        for (PolicyInForce inForce : histories.policiesInForce()) {
            inForce.namespaces()
                    .ifPresentOrElse(
                            namespaces -> clusterPolicies.add(new ClusterPolicy(namespaces, inForce.policy())),
                            () -> policies.add(inForce.policy()));
        }
        Collection<PoolInForce> pools = histories.poolsInForce().values();
        return new Assembly(
                policies,
                clusterPolicies,
                new PolicyIndex(policies, clusterPolicies, namespaceLabels),
                poolKeys(histories),
                Digest.of(histories.policies(), pools));
    }

    /** The same in other namespaces. */
    Assembly with(Map<String, Map<String, String>> namespaceLabels) {
        PolicyIndex other = new PolicyIndex(policies, clusterPolicies, namespaceLabels);
        return new Assembly(policies, clusterPolicies, other, poolKeys, digest);
    }

    PolicySet policySet(ServiceAccounts serviceAccounts) {
        return PolicySet.ofCluster(index, poolKeys, policies.size() + clusterPolicies.size(), serviceAccounts);
    }

    private static Set<String> poolKeys(Histories histories) {
        List<NodePool> pools = new ArrayList<>();
        histories.poolsInForce().values().forEach(pool -> pools.add(pool.pool()));
        histories.policiesInForce().forEach(policy -> policy.pools().values().forEach(pool -> pools.add(pool.pool())));
        return NodePool.keys(pools);
    }
}
