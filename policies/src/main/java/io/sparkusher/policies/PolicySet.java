package io.sparkusher.policies;

import io.sparkusher.policies.api.NodeRequirement;
import io.sparkusher.policies.api.PolicyObject;
import io.sparkusher.policies.check.PolicyChecks;
import io.sparkusher.policies.compile.CompiledPolicy;
import io.sparkusher.policies.compile.PolicyCompiler;
import io.sparkusher.policies.compile.Strength;
import io.sparkusher.policies.decision.Decision;
import io.sparkusher.policies.injection.NodePool;
import io.sparkusher.policies.pod.PodReview;
import io.sparkusher.policies.review.Reviews;
import io.sparkusher.policies.source.PolicyFiles;
import io.sparkusher.policies.source.PolicyReader.ReadObject;
import io.sparkusher.policies.source.PolicySources;
import io.sparkusher.policies.source.Problems;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Compiled policies and node pools: immutable, safe for any number of threads, and without any I/O once loaded. */
public final class PolicySet {
    private final Map<String, List<CompiledPolicy>> strongestFirstByNamespace;
    private final Set<String> poolKeys;
    private final int size;

    private PolicySet(List<CompiledPolicy> policies, Collection<NodePool> pools) {
        this.strongestFirstByNamespace = policies.stream()
                .sorted(Strength.STRONGEST_FIRST)
                .collect(Collectors.groupingBy(policy -> policy.reference().namespace()));
        this.poolKeys = pools.stream()
                .flatMap(pool -> pool.requirements().stream())
                .map(NodeRequirement::key)
                .collect(Collectors.toUnmodifiableSet());
        this.size = policies.size();
    }

    /** Reads and compiles the policies. A file or folder that is not there is among the problems. */
    public static LoadResult load(PolicySources sources) {
        Problems problems = new Problems();
        List<ReadObject> read = PolicyFiles.read(sources, problems);
        PolicyChecks.check(read);
        if (problems.hasErrors()) {
            return new LoadResult.Refused(problems.sorted());
        }
        List<PolicyObject> objects = read.stream().map(ReadObject::object).toList();
        Map<String, NodePool> pools = PolicyCompiler.pools(objects);
        PolicySet policies = new PolicySet(PolicyCompiler.policies(objects, pools), pools.values());
        return new LoadResult.Loaded(policies, problems.sorted());
    }

    /** How many policies there are, node pools not counted. */
    public int size() {
        return size;
    }

    /** The namespaces that have a policy. */
    public Set<String> namespaces() {
        return strongestFirstByNamespace.keySet();
    }

    /** Decides about one review. Takes possession of {@code review.object()} and may change it. */
    public Decision review(PodReview review) {
        return Reviews.decide(review, strongestFirstByNamespace.getOrDefault(review.namespace(), List.of()), poolKeys);
    }
}
