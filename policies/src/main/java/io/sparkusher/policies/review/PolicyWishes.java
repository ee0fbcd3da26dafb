package io.sparkusher.policies.review;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.compile.CompiledPolicy;
import io.sparkusher.policies.injection.CannotApplyException;
import io.sparkusher.policies.injection.Injection;
import io.sparkusher.policies.injection.PodContext;
import io.sparkusher.policies.injection.PolicyApplication;
import io.sparkusher.policies.injection.Surroundings;
import io.sparkusher.policies.patch.PodDraft;
import io.sparkusher.policies.pod.Role;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a policy wants of pods, found out by applying it to a pod that says nothing.
 *
 * @param byRole the values by field; equal where they mean the same
 */
public record PolicyWishes(PolicyReference policy, Map<Role, Map<String, Object>> byRole) {
    /** The wishes of a policy; none where it is not Required, as such yield to each other without harm. */
    public static PolicyWishes of(CompiledPolicy policy, Set<String> poolKeys) {
        Map<Role, Map<String, Object>> byRole = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            List<Injection> injections = policy.injections().getOrDefault(role, List.of());
            if (policy.rung().isRequired() && !injections.isEmpty()) {
                byRole.put(role, wishes(policy, injections, role, poolKeys));
            }
        }
        return new PolicyWishes(policy.reference(), byRole);
    }

    private static Map<String, Object> wishes(
            CompiledPolicy policy, List<Injection> injections, Role role, Set<String> poolKeys) {
        Surroundings nowhere = new Surroundings("default", Map.of(), poolKeys, Optional.empty());
        PodContext pod = new PodContext(new PodDraft(blank(role)), role, nowhere);
        Map<String, Object> wishes = new LinkedHashMap<>();
        PolicyApplication application =
                new PolicyApplication(pod, policy.reference(), policy.rung(), wishes::putIfAbsent);
        injections.forEach(injection -> applyIfPossible(injection, application));
        return wishes;
    }

    private static void applyIfPossible(Injection injection, PolicyApplication application) {
        try {
            injection.applyTo(application);
        } catch (CannotApplyException needsMoreThanABlankPod) {
            // What it wanted up to there is known, and of the rest nothing can be proved.
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
