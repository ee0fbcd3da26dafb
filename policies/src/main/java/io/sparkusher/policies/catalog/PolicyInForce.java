package io.sparkusher.policies.catalog;

import io.sparkusher.policies.api.ClusterSparkPodPolicy;
import io.sparkusher.policies.api.PolicyObject;
import io.sparkusher.policies.api.SparkPodPolicy;
import io.sparkusher.policies.compile.ClusterPolicy;
import io.sparkusher.policies.compile.CompiledPolicy;
import io.sparkusher.policies.compile.NamespaceMatcher;
import io.sparkusher.policies.compile.PolicyCompiler;
import io.sparkusher.policies.injection.NodePool;
import io.sparkusher.policies.kubernetes.KubernetesVersion;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The version of a policy that reviews go by.
 *
 * @param object what it was compiled from
 * @param pools by name, those that it was compiled with
 * @param namespaces which it is for; empty for a namespace's own
 */
record PolicyInForce(
        ReadVersion version,
        PolicyObject object,
        Map<String, PoolInForce> pools,
        CompiledPolicy policy,
        Optional<NamespaceMatcher> namespaces) {
    /**
     * Compiles a version that can be used.
     *
     * @param pools at least those that it names
     */
    static PolicyInForce of(ReadVersion version, Map<String, PoolInForce> pools, KubernetesVersion kubernetes) {
        PolicyObject object = version.usable().orElseThrow();
        Map<String, NodePool> nodePools = pools.values().stream()
                .map(PoolInForce::pool)
                .collect(Collectors.toUnmodifiableMap(NodePool::name, pool -> pool));
        if (object instanceof ClusterSparkPodPolicy ofCluster) {
            ClusterPolicy compiled = PolicyCompiler.clusterPolicy(ofCluster, nodePools, kubernetes);
            return new PolicyInForce(version, object, pools, compiled.policy(), Optional.of(compiled.namespaces()));
        }
        CompiledPolicy compiled = PolicyCompiler.policy((SparkPodPolicy) object, nodePools, kubernetes);
        return new PolicyInForce(version, object, pools, compiled, Optional.empty());
    }

    /** The pools that a version names, as far as there are such. */
    static Map<String, PoolInForce> named(ReadVersion version, Map<String, PoolInForce> pools) {
        Map<String, PoolInForce> named = new TreeMap<>();
        version.pools().forEach(reference -> {
            PoolInForce pool = pools.get(reference.pool());
            if (pool != null) {
                named.put(reference.pool(), pool);
            }
        });
        return named;
    }

    /** What two that were compiled from the same have in common. */
    Identity identity() {
        return new Identity(version, pools);
    }

    /** What a policy in force is compiled from. */
    record Identity(ReadVersion version, Map<String, PoolInForce> pools) {}
}
