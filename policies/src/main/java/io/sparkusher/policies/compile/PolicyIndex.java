package io.sparkusher.policies.compile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The policies of each namespace, strongest first, so that a review's cost does not grow with other namespaces'. */
public final class PolicyIndex {
    private final Map<String, List<CompiledPolicy>> byNamespace = new HashMap<>();
    private final Map<String, Map<String, String>> namespaceLabels = new HashMap<>();
    private final List<ClusterPolicy> clusterPolicies;

    /**
     * An index.
     *
     * @param namespaceLabels the labels of the namespaces that are known; of others no more is known than the name
     */
    public PolicyIndex(
            List<CompiledPolicy> policies,
            List<ClusterPolicy> clusterPolicies,
            Map<String, Map<String, String>> namespaceLabels) {
        this.clusterPolicies = List.copyOf(clusterPolicies);
        namespaceLabels.forEach((namespace, labels) -> this.namespaceLabels.put(namespace, named(namespace, labels)));
        Map<String, List<CompiledPolicy>> own = new HashMap<>();
        policies.forEach(policy -> own.computeIfAbsent(policy.reference().namespace(), name -> new ArrayList<>())
                .add(policy));
        namespaceLabels.keySet().forEach(namespace -> own.computeIfAbsent(namespace, name -> new ArrayList<>()));
        own.forEach((namespace, ownPolicies) -> byNamespace.put(namespace, strongestFirst(namespace, ownPolicies)));
    }

    /** The policies for a namespace, strongest first. */
    public List<CompiledPolicy> policiesFor(String namespace) {
        List<CompiledPolicy> policies = byNamespace.get(namespace);
        return policies == null ? strongestFirst(namespace, List.of()) : policies;
    }

    /** What is known of a namespace's labels: at least its name. */
    public Map<String, String> labelsOf(String namespace) {
        Map<String, String> known = namespaceLabels.get(namespace);
        return known == null ? Map.of(NamespaceMatcher.NAME_LABEL, namespace) : known;
    }

    /** Whether the labels of the namespace are known. */
    public boolean knowsLabelsOf(String namespace) {
        return namespaceLabels.containsKey(namespace);
    }

    private static Map<String, String> named(String namespace, Map<String, String> labels) {
        Map<String, String> named = new HashMap<>(labels);
        named.put(NamespaceMatcher.NAME_LABEL, namespace);
        return named;
    }

    /** The namespaces that have policies of their own or whose labels are known. */
    public Set<String> namespaces() {
        return Collections.unmodifiableSet(byNamespace.keySet());
    }

    private List<CompiledPolicy> strongestFirst(String namespace, List<CompiledPolicy> own) {
        Map<String, String> labels = labelsOf(namespace);
        List<CompiledPolicy> policies = new ArrayList<>(own);
        clusterPolicies.stream()
                .filter(candidate -> candidate.namespaces().matches(labels))
                .forEach(candidate -> policies.add(candidate.policy()));
        policies.sort(Strength.STRONGEST_FIRST);
        return List.copyOf(policies);
    }
}
