package io.sparkusher.policies.review;

import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.pod.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** Finds Required policies of one rung that set one field differently and cannot be proved never to meet. */
public final class PotentialConflicts {
    private final BiPredicate<PolicyReference, PolicyReference> disjoint;
    private final Set<Conflict> conflicts = new LinkedHashSet<>();

    /** Two policies and a field of which they want different things. */
    public record Conflict(PolicyReference first, PolicyReference second, String field) {
        /** What each of the two is told, without a word on who it is. */
        public static String sentence(PolicyReference other, String field) {
            return "sets " + field + " otherwise than " + other
                    + ", which is Required as well: let one of"
                    + " them say it, or give them a match by which no pod meets both";
        }
    }

    private record Wish(PolicyReference policy, Object value) {}

    private PotentialConflicts(BiPredicate<PolicyReference, PolicyReference> disjoint) {
        this.disjoint = disjoint;
    }

    /**
     * The conflicts among policies, each pair and field once.
     *
     * @param disjoint whether two policies are proved never to meet on one pod
     */
    public static Collection<Conflict> among(
            Collection<PolicyWishes> policies, BiPredicate<PolicyReference, PolicyReference> disjoint) {
        PotentialConflicts search = new PotentialConflicts(disjoint);
        for (Role role : Role.values()) {
            search.searchRole(policies, role);
        }
        return search.conflicts;
    }

    private void searchRole(Collection<PolicyWishes> policies, Role role) {
        Map<List<String>, List<Wish>> wishes = new HashMap<>();
        for (PolicyWishes wanted : policies) {
            PolicyReference policy = wanted.policy();
            wanted.byRole()
                    .getOrDefault(role, Map.of())
                    .forEach((field, value) -> wishes.computeIfAbsent(
                                    List.of(policy.namespace(), field), key -> new ArrayList<>())
                            .add(new Wish(policy, value)));
        }
        wishes.forEach((place, different) -> compare(place.get(1), different));
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
}
