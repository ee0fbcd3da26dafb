package io.sparkusher.policies.compile;

import io.sparkusher.policies.api.ClusterSparkPodPolicy;
import io.sparkusher.policies.api.LabelSelector;
import io.sparkusher.policies.api.Match;
import io.sparkusher.policies.api.PolicyObject;
import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.api.SparkPodPolicy;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Whether two of some policies can be proved never to meet on one pod. */
public final class DisjointPolicies implements BiPredicate<PolicyReference, PolicyReference> {
    private final Map<String, PolicyObject> byPath = new HashMap<>();

    /** Among what the policies were compiled from, each path once. */
    public DisjointPolicies(Collection<? extends PolicyObject> objects) {
        objects.forEach(object -> byPath.put(PolicyReference.of(object).path(), object));
    }

    @Override
    public boolean test(PolicyReference first, PolicyReference second) {
        PolicyObject one = object(first);
        PolicyObject other = object(second);
        return Disjointness.ofMatches(match(one), match(other))
                || Disjointness.ofSelectors(namespaces(one), namespaces(other));
    }

    private PolicyObject object(PolicyReference policy) {
        PolicyObject object = byPath.get(policy.path());
        if (object == null) {
            throw new IllegalStateException(policy + " is not among those that were compiled");
        }
        return object;
    }

    private static @Nullable Match match(PolicyObject object) {
        if (object instanceof SparkPodPolicy policy) {
            return policy.spec().match();
        }
        return object instanceof ClusterSparkPodPolicy policy
                ? policy.spec().policy().match()
                : null;
    }

    private static @Nullable LabelSelector namespaces(PolicyObject object) {
        return object instanceof ClusterSparkPodPolicy policy ? policy.spec().namespaceSelector() : null;
    }
}
