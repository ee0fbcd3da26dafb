package io.sparkusher.policies;

import io.sparkusher.policies.api.PolicyObject;
import io.sparkusher.policies.check.PolicyChecks;
import io.sparkusher.policies.compile.ClusterPolicy;
import io.sparkusher.policies.compile.CompiledPolicy;
import io.sparkusher.policies.compile.PolicyCompiler;
import io.sparkusher.policies.compile.PolicyIndex;
import io.sparkusher.policies.decision.Decision;
import io.sparkusher.policies.injection.NodePool;
import io.sparkusher.policies.kubernetes.KubernetesVersion;
import io.sparkusher.policies.pod.PodReview;
import io.sparkusher.policies.pod.ServiceAccounts;
import io.sparkusher.policies.review.EveryPodStamp;
import io.sparkusher.policies.review.Reviews;
import io.sparkusher.policies.source.PolicyFiles;
import io.sparkusher.policies.source.PolicyReader.ReadObject;
import io.sparkusher.policies.source.PolicySources;
import io.sparkusher.policies.source.Problems;
import io.sparkusher.policies.source.ReadFiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Compiled policies and node pools: immutable, safe for any number of threads, and without any I/O once loaded. */
public final class PolicySet {
    private final PolicyIndex index;
    private final Set<String> poolKeys;
    private final int size;
    private final Optional<ServiceAccounts> serviceAccounts;

    private PolicySet(PolicyIndex index, Set<String> poolKeys, int size, Optional<ServiceAccounts> serviceAccounts) {
        this.index = index;
        this.poolKeys = poolKeys;
        this.size = size;
        this.serviceAccounts = serviceAccounts;
    }

    /**
     * The policies of a cluster, of which all namespaces and service accounts are known.
     *
     * @param index with the labels of every namespace
     * @param poolKeys every node label that any node pool asks for
     * @param size how many policies the index holds
     */
    public static PolicySet ofCluster(
            PolicyIndex index, Set<String> poolKeys, int size, ServiceAccounts serviceAccounts) {
        return new PolicySet(index, Set.copyOf(poolKeys), size, Optional.of(serviceAccounts));
    }

    /** Reads and compiles the policies. A file or folder that is not there is among the problems. */
    public static LoadResult load(PolicySources sources) {
        Problems problems = new Problems();
        ReadFiles files = PolicyFiles.read(sources, problems);
        PolicyChecks.check(files);
        if (problems.hasErrors()) {
            return new LoadResult.Refused(problems.sorted());
        }
        PolicySet policies = compile(files, sources.kubernetesVersion());
        return new LoadResult.Loaded(policies, problems.sorted());
    }

    private static PolicySet compile(ReadFiles files, KubernetesVersion version) {
        List<PolicyObject> objects =
                files.objects().stream().map(ReadObject::object).toList();
        Map<String, NodePool> pools = PolicyCompiler.pools(objects);
        List<CompiledPolicy> policies = PolicyCompiler.policies(objects, pools, version);
        List<ClusterPolicy> clusterPolicies = PolicyCompiler.clusterPolicies(objects, pools, version);
        Set<String> poolKeys = NodePool.keys(pools.values());
        List<CompiledPolicy> all = Stream.concat(
                        policies.stream(), clusterPolicies.stream().map(ClusterPolicy::policy))
                .toList();
        ConflictWarnings.report(files.objects(), all, poolKeys);
        PolicyIndex index = new PolicyIndex(policies, clusterPolicies, files.namespaceLabels());
        return new PolicySet(index, poolKeys, all.size(), Optional.empty());
    }

    /** How many policies there are, node pools not counted. */
    public int size() {
        return size;
    }

    /** The namespaces that have policies of their own or whose labels are known. */
    public Set<String> namespaces() {
        return index.namespaces();
    }

    /**
     * Whether anything is known of the namespace: of a cluster's policies, whether it was among its namespaces. Of
     * policies from files nobody can say what namespaces there are: every one counts as known.
     */
    public boolean knows(String namespace) {
        return serviceAccounts.isEmpty() || index.knowsLabelsOf(namespace);
    }

    /** Decides about one review. Takes possession of {@code review.object()} and may change it. */
    public Decision review(PodReview review) {
        return Reviews.decide(review, index, poolKeys, serviceAccounts);
    }

    /**
     * Decides likewise, and stamps also the Spark pods that no policy changes: for clusters that refuse Spark pods
     * without a stamp.
     */
    public Decision reviewAndStamp(PodReview review) {
        return EveryPodStamp.addedTo(review(review), review);
    }
}
