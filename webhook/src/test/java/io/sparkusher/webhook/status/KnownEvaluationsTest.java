package io.sparkusher.webhook.status;

import static io.sparkusher.webhook.status.Verdicts.accepted;
import static io.sparkusher.webhook.status.Verdicts.evaluation;
import static io.sparkusher.webhook.status.Verdicts.inForce;
import static io.sparkusher.webhook.status.Verdicts.policy;
import static io.sparkusher.webhook.status.Verdicts.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sparkusher.policies.catalog.Acceptance;
import io.sparkusher.webhook.replicas.LeaseNames;
import io.sparkusher.webhook.replicas.ReplicaReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownEvaluationsTest {
    private static final String PATH = "SparkPodPolicy/team-a/etl";

    private final KnownEvaluations known = new KnownEvaluations();

    @Test
    void aReplicaWithTheSameEvaluationIsWithIt() {
        known.add(evaluation("one", accepted(policy("etl", 1))));

        assertTrue(known.standing(List.of(replica("a", "one")), PATH, 1).isEveryReplica());
    }

    @Test
    void aReplicaThatIsBehindInSomethingElseIsWithIt() {
        known.add(evaluation("one", accepted(policy("etl", 1)), accepted(policy("other", 1))));
        known.add(evaluation("two", accepted(policy("etl", 1)), accepted(policy("other", 2))));

        assertTrue(known.standing(List.of(replica("a", "one"), replica("b", "two")), PATH, 1)
                .isEveryReplica());
    }

    @Test
    void aReplicaWithAnOlderGenerationIsWithoutIt() {
        known.add(evaluation("one", accepted(policy("etl", 1))));
        known.add(evaluation("two", accepted(policy("etl", 2))));

        ReplicaStanding standing = known.standing(List.of(replica("a", "one"), replica("b", "two")), PATH, 2);

        assertEquals(new ReplicaStanding(List.of("b"), List.of("a"), List.of()), standing);
    }

    @Test
    void whatIsInForceCountsAndNotWhatIsNewest() {
        known.add(evaluation("one", refused(policy("etl", 2), Acceptance.Invalid, Optional.of(inForce(1)))));

        assertEquals(
                List.of("a"),
                known.standing(List.of(replica("a", "one")), PATH, 2).without());
        assertEquals(
                List.of("a"),
                known.standing(List.of(replica("a", "one")), PATH, 1).with());
    }

    @Test
    void aReplicaThatTellsNothingYetIsUnknown() {
        known.add(evaluation("one", accepted(policy("etl", 1))));

        ReplicaStanding standing = known.standing(List.of(new ReplicaReport("a", Map.of())), PATH, 1);

        assertEquals(new ReplicaStanding(List.of(), List.of(), List.of("a")), standing);
    }

    @Test
    void anEvaluationOfLongAgoIsForgotten() {
        for (int change = 0; change <= KnownEvaluations.MAX; change++) {
            known.add(evaluation("digest " + change, accepted(policy("etl", change))));
        }

        assertEquals(
                List.of("a"),
                known.standing(List.of(replica("a", "digest 0")), PATH, 0).unknown());
        assertEquals(
                List.of("a"),
                known.standing(List.of(replica("a", "digest 1")), PATH, 1).with());
    }

    private static ReplicaReport replica(String name, String digest) {
        return new ReplicaReport(name, Map.of(LeaseNames.REVIEWS_WITH, digest));
    }
}
