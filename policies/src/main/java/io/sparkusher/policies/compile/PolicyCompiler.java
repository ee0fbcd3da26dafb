package io.sparkusher.policies.compile;

import io.sparkusher.policies.api.ClusterSparkPodPolicy;
import io.sparkusher.policies.api.PolicyObject;
import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.api.SparkNodePool;
import io.sparkusher.policies.api.SparkPodPolicy;
import io.sparkusher.policies.api.SparkPodPolicySpec;
import io.sparkusher.policies.injection.Injection;
import io.sparkusher.policies.injection.NodePool;
import io.sparkusher.policies.kubernetes.KubernetesVersion;
import io.sparkusher.policies.pod.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compiles policies that were checked. */
public final class PolicyCompiler {
    private PolicyCompiler() {}

    /** A node pool. */
    public static NodePool pool(SparkNodePool pool) {
        return new NodePool(
                pool.metadata().name(), pool.spec().requirements(), pool.spec().tolerations());
    }

    /** The node pools among objects, by name. */
    public static Map<String, NodePool> pools(Collection<? extends PolicyObject> objects) {
        Map<String, NodePool> pools = new LinkedHashMap<>();
        for (PolicyObject object : objects) {
            if (object instanceof SparkNodePool pool) {
                pools.put(pool.metadata().name(), pool(pool));
            }
        }
        return pools;
    }

    /** A namespace's policy; every pool that it names is among the pools. */
    public static CompiledPolicy policy(SparkPodPolicy policy, Map<String, NodePool> pools, KubernetesVersion version) {
        return compile(policy, policy.spec(), new SectionCompiler(pools, version));
    }

    /** A cluster's policy; every pool that it names is among the pools. */
    public static ClusterPolicy clusterPolicy(
            ClusterSparkPodPolicy policy, Map<String, NodePool> pools, KubernetesVersion version) {
        return new ClusterPolicy(
                new NamespaceMatcher(policy.spec().namespaceSelector()),
                compile(policy, policy.spec().policy(), new SectionCompiler(pools, version)));
    }

    /** The policies of namespaces, in the order in which they came. */
    public static List<CompiledPolicy> policies(
            Collection<? extends PolicyObject> objects, Map<String, NodePool> pools, KubernetesVersion version) {
        List<CompiledPolicy> compiled = new ArrayList<>();
        for (PolicyObject object : objects) {
            if (object instanceof SparkPodPolicy policy) {
                compiled.add(policy(policy, pools, version));
            }
        }
        return compiled;
    }

    /** The cluster's policies, in the order in which they came. */
    public static List<ClusterPolicy> clusterPolicies(
            Collection<? extends PolicyObject> objects, Map<String, NodePool> pools, KubernetesVersion version) {
        List<ClusterPolicy> compiled = new ArrayList<>();
        for (PolicyObject object : objects) {
            if (object instanceof ClusterSparkPodPolicy policy) {
                compiled.add(clusterPolicy(policy, pools, version));
            }
        }
        return compiled;
    }

    private static CompiledPolicy compile(PolicyObject object, SparkPodPolicySpec spec, SectionCompiler sections) {
        List<Injection> common = sections.compile(spec.common());
        Map<Role, List<Injection>> injections = new EnumMap<>(Role.class);
        injections.put(Role.Driver, joined(sections.compile(spec.driver()), common));
        injections.put(Role.Executor, joined(sections.compile(spec.executor()), common));
        Map<Role, List<String>> fields = new EnumMap<>(Role.class);
        fields.put(Role.Driver, SectionFields.of(spec.driver(), spec.common()));
        fields.put(Role.Executor, SectionFields.of(spec.executor(), spec.common()));
        return new CompiledPolicy(
                PolicyReference.of(object),
                spec.band(),
                spec.precedence(),
                spec.mode(),
                new OnErrorChoice(spec.band(), spec.onError()),
                new PodMatcher(spec.match()),
                injections,
                fields);
    }

    private static List<Injection> joined(List<Injection> own, List<Injection> common) {
        List<Injection> joined = new ArrayList<>(own);
        joined.addAll(common);
        return List.copyOf(joined);
    }
}
