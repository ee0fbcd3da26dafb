package io.sparkusher.webhook.status;

import static io.sparkusher.webhook.status.Verdicts.accepted;
import static io.sparkusher.webhook.status.Verdicts.evaluation;
import static io.sparkusher.webhook.status.Verdicts.inForce;
import static io.sparkusher.webhook.status.Verdicts.policy;
import static io.sparkusher.webhook.status.Verdicts.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sparkusher.policies.catalog.Acceptance;
import io.sparkusher.policies.catalog.Verdict;
import io.sparkusher.webhook.replicas.LeaseNames;
import io.sparkusher.webhook.replicas.ReplicaReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CurrentConflictsTest {
    private static final String BOTH = "SparkPodPolicy/team-a/b@2 SparkPodPolicy/team-a/a@1";

    @Test
    void bothPoliciesAreTold() {
        CurrentConflicts conflicts = conflicts(List.of(BOTH), accepted(policy("a", 1)), accepted(policy("b", 2)));

        assertEquals(
                List.of("Pods met it together with SparkPodPolicy team-a/b, which is Required as well, says something"
                        + " different and comes after it: let one of them say it, or give them a match by which no pod"
                        + " meets both"),
                conflicts.of("SparkPodPolicy/team-a/a"));
        assertEquals(
                List.of("Pods met it together with SparkPodPolicy team-a/a, which is Required as well, says something"
                        + " different and comes before it: let one of them say it, or give them a match by which no pod"
                        + " meets both"),
                conflicts.of("SparkPodPolicy/team-a/b"));
    }

    @Test
    void whatTwoReplicasTellIsToldOnce() {
        CurrentConflicts conflicts =
                conflicts(List.of(BOTH, BOTH + ",x y"), accepted(policy("a", 1)), accepted(policy("b", 2)));

        assertEquals(1, conflicts.of("SparkPodPolicy/team-a/a").size());
    }

    @Test
    void aConflictEndsWhenEitherPolicyHasChanged() {
        CurrentConflicts conflicts = conflicts(List.of(BOTH), accepted(policy("a", 1)), accepted(policy("b", 3)));

        assertEquals(List.of(), conflicts.of("SparkPodPolicy/team-a/a"));
        assertEquals(List.of(), conflicts.of("SparkPodPolicy/team-a/b"));
    }

    @Test
    void aConflictLastsWhileTheVersionThatPodsMetStaysInForce() {
        Verdict broken = refused(policy("b", 3), Acceptance.Invalid, Optional.of(inForce(2)));

        assertEquals(
                1,
                conflicts(List.of(BOTH), accepted(policy("a", 1)), broken)
                        .of("SparkPodPolicy/team-a/b")
                        .size());
    }

    private static CurrentConflicts conflicts(List<String> told, Verdict... verdicts) {
        List<ReplicaReport> replicas = told.stream()
                .map(text -> new ReplicaReport("r", Map.of(LeaseNames.CONFLICTED, text)))
                .toList();
        return new CurrentConflicts(evaluation("digest", verdicts), replicas);
    }
}
