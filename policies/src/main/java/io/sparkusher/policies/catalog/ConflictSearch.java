package io.sparkusher.policies.catalog;

import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.compile.CompiledPolicy;
import io.sparkusher.policies.compile.DisjointPolicies;
import io.sparkusher.policies.review.PolicyWishes;
import io.sparkusher.policies.review.PotentialConflicts;
import io.sparkusher.policies.review.PotentialConflicts.Conflict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Searches the Required policies for potential conflicts, and only where one of them has changed. */
final class ConflictSearch {
    private IdentityHashMap<CompiledPolicy, PolicyWishes> wishes = new IdentityHashMap<>();
    private Set<String> poolKeys = Set.of();
    private Map<String, List<String>> sentences = Map.of();

    /** What is to be said to each policy that may conflict with others, by its path. */
    Map<String, List<String>> sentences(Collection<PolicyInForce> policies, Set<String> keys) {
        List<PolicyInForce> required = policies.stream()
                .filter(inForce -> inForce.policy().rung().isRequired())
                .toList();
        boolean sameKeys = keys.equals(poolKeys);
        boolean same = sameKeys
                && required.size() == wishes.size()
                && required.stream().allMatch(inForce -> wishes.containsKey(inForce.policy()));
        if (!same) {
            wishes = wishes(required, keys, sameKeys);
            poolKeys = keys;
            sentences = search(required);
        }
        return sentences;
    }

    private IdentityHashMap<CompiledPolicy, PolicyWishes> wishes(
            List<PolicyInForce> required, Set<String> keys, boolean sameKeys) {
        IdentityHashMap<CompiledPolicy, PolicyWishes> latest = new IdentityHashMap<>();
        for (PolicyInForce inForce : required) {
            CompiledPolicy policy = inForce.policy();
            PolicyWishes known = sameKeys ? wishes.get(policy) : null;
            latest.put(policy, known == null ? PolicyWishes.of(policy, keys) : known);
        }
        return latest;
    }

    private Map<String, List<String>> search(List<PolicyInForce> required) {
        DisjointPolicies disjoint = new DisjointPolicies(
                required.stream().map(PolicyInForce::object).toList());
        Map<String, List<String>> found = new TreeMap<>();
        for (Conflict conflict : PotentialConflicts.among(wishes.values(), disjoint)) {
            tell(conflict.first(), conflict.second(), conflict.field(), found);
            tell(conflict.second(), conflict.first(), conflict.field(), found);
        }
        found.values().forEach(list -> list.sort(null));
        return found;
    }

    private static void tell(
            PolicyReference policy, PolicyReference other, String field, Map<String, List<String>> found) {
        String sentence = Conflict.sentence(other, field);
        found.computeIfAbsent(policy.path(), path -> new ArrayList<>())
                .add(Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1));
    }
}
