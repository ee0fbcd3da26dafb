package io.sparkusher.policies.review;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.compile.CompiledPolicy;
import io.sparkusher.policies.injection.CannotApplyException;
import io.sparkusher.policies.injection.Injection;
import io.sparkusher.policies.injection.PodContext;
import io.sparkusher.policies.injection.PolicyApplication;
import io.sparkusher.policies.patch.PodDraft;
import io.sparkusher.policies.pod.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Finds Required policies of one rung that set one field differently and cannot be proved never to meet. What a policy
 * wants is found out by applying it to a pod that says nothing.
 */
public final class PotentialConflicts {
    private final Set<String> poolKeys;
    private final BiPredicate<PolicyReference, PolicyReference> disjoint;
    private final Set<Conflict> conflicts = new LinkedHashSet<>();

    /** Two policies and a field of which they want different things. */
    public record Conflict(PolicyReference first, PolicyReference second, String field) {}

    private record Wish(PolicyReference policy, Object value) {}

    private PotentialConflicts(Set<String> poolKeys, BiPredicate<PolicyReference, PolicyReference> disjoint) {
        this.poolKeys = poolKeys;
        this.disjoint = disjoint;
    }

    /**
     * The conflicts among policies, each pair and field once.
     *
     * @param disjoint whether two policies are proved never to meet on one pod
     */
    public static Collection<Conflict> among(
            Collection<CompiledPolicy> policies,
            Set<String> poolKeys,
            BiPredicate<PolicyReference, PolicyReference> disjoint) {
        PotentialConflicts search = new PotentialConflicts(poolKeys, disjoint);
        for (Role role : Role.values()) {
            search.searchRole(policies, role);
        }
        return search.conflicts;
    }

    private void searchRole(Collection<CompiledPolicy> policies, Role role) {
        Map<List<String>, List<Wish>> wishes = new HashMap<>();
        for (CompiledPolicy policy : policies) {
            List<Injection> injections = policy.injections().getOrDefault(role, List.of());
            if (policy.rung().isRequired() && !injections.isEmpty()) {
                wishesOf(policy, injections, role)
                        .forEach((field, value) -> wishes.computeIfAbsent(
                                        List.of(policy.reference().namespace(), field), key -> new ArrayList<>())
                                .add(new Wish(policy.reference(), value)));
            }
        }
        wishes.forEach((place, different) -> compare(place.get(1), different));
    }

    private Map<String, Object> wishesOf(CompiledPolicy policy, List<Injection> injections, Role role) {
        PodContext pod = new PodContext(new PodDraft(blank(role)), role, "default", Map.of(), poolKeys);
        PolicyApplication application = new PolicyApplication(pod, policy.reference(), policy.rung());
        injections.forEach(injection -> applyIfPossible(injection, application));
        return application.wanted();
    }

    private static void applyIfPossible(Injection injection, PolicyApplication application) {
        try {
            injection.applyTo(application);
        } catch (CannotApplyException needsMoreThanABlankPod) {
            // What it wanted up to there is known, and of the rest nothing can be proved.
        }
    }

    private void compare(String field, List<Wish> wishes) {
        for (int first = 0; first < wishes.size(); first++) {
            for (Wish other : wishes.subList(first + 1, wishes.size())) {
                Wish one = wishes.get(first);
                if (!one.value().equals(other.value()) && !disjoint.test(one.policy(), other.policy())) {
                    conflicts.add(new Conflict(one.policy(), other.policy(), field));
                }
            }
        }
    }

    private static ObjectNode blank(Role role) {
        ObjectNode pod = JsonNodeFactory.instance.objectNode();
        pod.putObject("metadata")
                .putObject("labels")
                .put(Role.SPARK_LABEL, role.label())
                .put("spark-app-selector", "spark")
                .put("spark-exec-id", "1");
        ObjectNode container = pod.putObject("spec").putArray("containers").addObject();
        container.put("name", "spark").putArray("args").add(role.label());
        return pod;
    }
}
