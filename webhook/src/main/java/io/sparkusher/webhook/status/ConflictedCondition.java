package io.sparkusher.webhook.status;

import io.sparkusher.policies.catalog.Verdict;
import java.util.List;

/** Whether pods met the policy together with another one that says something different, or might. */
final class ConflictedCondition {
    static final String PODS_MET_BOTH = "PodsMetBoth";

    private ConflictedCondition() {}

    /** @param met sentences about the policies that pods met together with this one lately */
    static Condition of(Verdict verdict, List<String> met) {
        if (!met.isEmpty()) {
            return new Condition(Condition.CONFLICTED, true, PODS_MET_BOTH, BoundedText.join(met));
        }
        if (!verdict.potentialConflicts().isEmpty()) {
            String message = BoundedText.join(verdict.potentialConflicts());
            return new Condition(Condition.CONFLICTED, false, "PotentialConflict", message);
        }
        return new Condition(
                Condition.CONFLICTED,
                false,
                "NoConflict",
                "No other Required policy of its rung is known to say something different");
    }
}
