package io.sparkusher.webhook.status;

import io.sparkusher.policies.catalog.Acceptance;
import io.sparkusher.policies.catalog.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether every replica reviews with the newest version. What was ready stays so until a replica is known to review
 * without it: one that has just started reads what is stored, and that is no older; see {@link LeaderTerm}.
 */
final class ReadyCondition {
    private static final int MAX_NAMES = 3;

    private ReadyCondition() {}

    /** @param wasReady whether this very generation is ready by the status that is stored */
    static Condition of(Verdict verdict, ReplicaStanding replicas, boolean wasReady) {
        if (verdict.acceptance() != Acceptance.Accepted) {
            String message = "It is not accepted, and " + AcceptedCondition.instead(verdict);
            return new Condition(Condition.READY, false, "NotAccepted", message);
        }
        if (replicas.isEveryReplica() || (wasReady && replicas.without().isEmpty())) {
            return new Condition(Condition.READY, true, "EveryReplicaReviewsWithIt", "Every replica reviews with it");
        }
        return new Condition(Condition.READY, false, "ReplicasBehind", behind(replicas));
    }

    private static String behind(ReplicaStanding replicas) {
        List<String> names = new ArrayList<>(replicas.without());
        names.addAll(replicas.unknown());
        if (names.isEmpty()) {
            return "No replica tells what it reviews with";
        }
        String told = String.join(", ", names.subList(0, Math.min(names.size(), MAX_NAMES)));
        String more = names.size() > MAX_NAMES ? " and " + (names.size() - MAX_NAMES) + " more" : "";
        return "These replicas do not review with it yet: " + told + more;
    }
}
