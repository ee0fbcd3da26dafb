package io.sparkusher.policies;

import io.sparkusher.policies.api.ClusterSparkPodPolicy;
import io.sparkusher.policies.api.LabelSelector;
import io.sparkusher.policies.api.Match;
import io.sparkusher.policies.api.PolicyObject;
import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.api.SparkPodPolicy;
import io.sparkusher.policies.compile.CompiledPolicy;
import io.sparkusher.policies.compile.Disjointness;
import io.sparkusher.policies.review.PotentialConflicts;
import io.sparkusher.policies.review.PotentialConflicts.Conflict;
import io.sparkusher.policies.source.PolicyReader.ReadObject;
import io.sparkusher.policies.source.SourceDocument;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Warns the authors of policies that may conflict, both of them. */
final class ConflictWarnings {
    private final Map<String, ReadObject> byPath = new HashMap<>();

    private ConflictWarnings(Collection<ReadObject> objects) {
        objects.forEach(read -> byPath.put(PolicyReference.of(read.object()).path(), read));
    }

    static void report(Collection<ReadObject> objects, Collection<CompiledPolicy> policies, Set<String> poolKeys) {
        ConflictWarnings warnings = new ConflictWarnings(objects);
        for (Conflict conflict : PotentialConflicts.among(policies, poolKeys, warnings::areDisjoint)) {
            warnings.report(conflict.first(), conflict.second(), conflict.field());
            warnings.report(conflict.second(), conflict.first(), conflict.field());
        }
    }

    private void report(PolicyReference policy, PolicyReference other, String field) {
        SourceDocument document = read(policy).document();
        document.warning(
                "spec",
                "PotentialConflict: sets " + field + " otherwise than " + other
                        + ", which is Required as well: let one of"
                        + " them say it, or give them a match by which no pod meets both");
    }

    private boolean areDisjoint(PolicyReference first, PolicyReference second) {
        PolicyObject one = read(first).object();
        PolicyObject other = read(second).object();
        return Disjointness.ofMatches(match(one), match(other))
                || Disjointness.ofSelectors(namespaces(one), namespaces(other));
    }

    private ReadObject read(PolicyReference policy) {
        ReadObject read = byPath.get(policy.path());
        if (read == null) {
            throw new IllegalStateException(policy + " is not among those that were read");
        }
        return read;
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
