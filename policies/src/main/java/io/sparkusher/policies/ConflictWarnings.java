package io.sparkusher.policies;

import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.compile.CompiledPolicy;
import io.sparkusher.policies.compile.DisjointPolicies;
import io.sparkusher.policies.review.PolicyWishes;
import io.sparkusher.policies.review.PotentialConflicts;
import io.sparkusher.policies.review.PotentialConflicts.Conflict;
import io.sparkusher.policies.source.PolicyReader.ReadObject;
import io.sparkusher.policies.source.SourceDocument;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Warns the authors of policies that may conflict, both of them. */
final class ConflictWarnings {
    private final Map<String, SourceDocument> byPath = new HashMap<>();

    private ConflictWarnings(Collection<ReadObject> objects) {
        objects.forEach(read -> byPath.put(PolicyReference.of(read.object()).path(), read.document()));
    }

    static void report(Collection<ReadObject> objects, Collection<CompiledPolicy> policies, Set<String> poolKeys) {
        ConflictWarnings warnings = new ConflictWarnings(objects);
        List<PolicyWishes> wishes = policies.stream()
                .map(policy -> PolicyWishes.of(policy, poolKeys))
                .toList();
        DisjointPolicies disjoint =
                new DisjointPolicies(objects.stream().map(ReadObject::object).toList());
        for (Conflict conflict : PotentialConflicts.among(wishes, disjoint)) {
            warnings.report(conflict.first(), conflict.second(), conflict.field());
            warnings.report(conflict.second(), conflict.first(), conflict.field());
        }
    }

    private void report(PolicyReference policy, PolicyReference other, String field) {
        SourceDocument document = byPath.get(policy.path());
        if (document == null) {
            throw new IllegalStateException(policy + " is not among those that were read");
        }
        document.warning("spec", "PotentialConflict: " + Conflict.sentence(other, field));
    }
}
