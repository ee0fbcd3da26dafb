package io.sparkusher.webhook.status;

import static io.sparkusher.webhook.status.Verdicts.accepted;
import static io.sparkusher.webhook.status.Verdicts.error;
import static io.sparkusher.webhook.status.Verdicts.inForce;
import static io.sparkusher.webhook.status.Verdicts.json;
import static io.sparkusher.webhook.status.Verdicts.policy;
import static io.sparkusher.webhook.status.Verdicts.pool;
import static io.sparkusher.webhook.status.Verdicts.refused;
import static io.sparkusher.webhook.status.Verdicts.warning;
import static io.sparkusher.webhook.status.Verdicts.withPotentialConflict;
import static io.sparkusher.webhook.status.Verdicts.withProblems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.catalog.Acceptance;
import io.sparkusher.policies.catalog.Verdict;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyStatusTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00.5Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final JsonNode NONE = json("{}");
    private static final ReplicaStanding ALL = new ReplicaStanding(List.of("a", "b"), List.of(), List.of());
    private static final ReplicaStanding ONE_WITHOUT = new ReplicaStanding(List.of("a"), List.of("b"), List.of());
    private static final ReplicaStanding ONE_UNKNOWN = new ReplicaStanding(List.of("a"), List.of(), List.of("b"));
    private static final ReplicaStanding NOBODY = new ReplicaStanding(List.of(), List.of(), List.of());

    @Test
    void aPolicyThatEveryReplicaReviewsWithIsAcceptedAndReady() {
        ObjectNode status = status(accepted(policy("etl", 3)), ALL, NONE);

        assertEquals(json("""
                        {"observedGeneration":3,"conditions":[
                          {"type":"Accepted","status":"True","observedGeneration":3,
                           "lastTransitionTime":"2026-11-25T12:00:00Z","reason":"Accepted","message":"It is in force"},
                          {"type":"Conflicted","status":"False","observedGeneration":3,
                           "lastTransitionTime":"2026-11-25T12:00:00Z","reason":"NoConflict",
                           "message":"No other Required policy of its rung is known to say something different"},
                          {"type":"Ready","status":"True","observedGeneration":3,
                           "lastTransitionTime":"2026-11-25T12:00:00Z","reason":"EveryReplicaReviewsWithIt",
                           "message":"Every replica reviews with it"}],
                         "inForce":{"generation":3,"spec":{"band":"Default"}}}
                        """), status);
    }

    @Test
    void aNodePoolHasNoConflicts() {
        ObjectNode status = status(accepted(pool("spot", 1)), ALL, NONE);

        assertEquals(List.of("Accepted", "Ready"), status.findValuesAsText("type"));
    }

    @Test
    void nothingChangesWhereNothingHasChanged() {
        ObjectNode status = status(accepted(policy("etl", 3)), ALL, NONE);

        assertEquals(status, PolicyStatus.of(accepted(policy("etl", 3)), ALL, List.of(), status, LATER));
    }

    @Test
    void theTimeOfAConditionMovesOnlyWhenItsStatusFlips() {
        ObjectNode before = status(accepted(policy("etl", 3)), ALL, NONE);

        ObjectNode after = PolicyStatus.of(accepted(policy("etl", 4)), ONE_WITHOUT, List.of(), before, LATER);

        assertEquals("2026-11-25T12:00:00Z", time(after, "Accepted"));
        assertEquals("2026-11-25T12:01:00Z", time(after, "Ready"));
    }

    @Test
    void errorsAreToldWithTheirPaths() {
        Verdict verdict = withProblems(
                refused(policy("etl", 2), Acceptance.Invalid, Optional.empty()),
                warning("spec.driver", "is odd"),
                error("spec.band", "is unknown"),
                error("", "is too long"));

        JsonNode accepted = Condition.in(status(verdict, ALL, NONE), "Accepted");

        assertEquals("Invalid", accepted.path("reason").asText());
        assertEquals(
                "It has errors, and no earlier generation is known, so nothing of it is in force; spec.band: is unknown;"
                        + " is too long; warning: spec.driver: is odd",
                accepted.path("message").asText());
    }

    @Test
    void warningsOfAnAcceptedPolicyAreToldToo() {
        Verdict verdict = withProblems(accepted(policy("etl", 2)), warning("spec.x", "was dropped by the API server"));

        assertEquals(
                "It is in force; warning: spec.x: was dropped by the API server",
                message(status(verdict, ALL, NONE), "Accepted"));
    }

    @Test
    void aThousandErrorsStayReadable() {
        Verdict verdict = new Verdict(
                policy("etl", 2),
                Acceptance.Invalid,
                Collections.nCopies(1000, error("spec.driver.env[7].name", "is no name of a variable")),
                Optional.empty(),
                List.of());

        String message = message(status(verdict, ALL, NONE), "Accepted");

        assertTrue(message.length() < 5000, message);
        assertTrue(message.endsWith(" more"), message);
    }

    @Test
    void theVersionInForceIsKeptWhileTheNewestCannotBeUsed() {
        Verdict verdict = refused(policy("etl", 4), Acceptance.Invalid, Optional.of(inForce(3)));

        ObjectNode status = status(verdict, ALL, NONE);

        assertEquals(json("{\"generation\":3,\"spec\":{\"band\":\"Default\"}}"), status.path("inForce"));
        assertEquals("NotAccepted", Condition.in(status, "Ready").path("reason").asText());
        assertEquals("It is not accepted, and generation 3 stays in force", message(status, "Ready"));
    }

    @Test
    void theNewestVersionIsKeptOnceItIsInForce() {
        Verdict broken = refused(policy("etl", 4), Acceptance.Invalid, Optional.of(inForce(3)));

        ObjectNode status =
                PolicyStatus.of(accepted(policy("etl", 5)), ALL, List.of(), status(broken, ALL, NONE), LATER);

        assertEquals(5, status.path("inForce").path("generation").asInt());
        assertTrue(Condition.isTrue(status, "Ready"));
    }

    @Test
    void aPolicyWaitsForItsNodePool() {
        ObjectNode status = status(refused(policy("etl", 1), Acceptance.NodePoolMissing, Optional.empty()), ALL, NONE);

        assertEquals(
                "NodePoolMissing",
                Condition.in(status, "Accepted").path("reason").asText());
        assertFalse(Condition.isTrue(status, "Ready"));
    }

    @Test
    void aReplicaThatReviewsWithoutItKeepsItFromBeingReady() {
        ObjectNode status = status(accepted(policy("etl", 1)), ONE_WITHOUT, NONE);

        assertEquals(
                "ReplicasBehind", Condition.in(status, "Ready").path("reason").asText());
        assertEquals("These replicas do not review with it yet: b", message(status, "Ready"));
    }

    @Test
    void aReplicaOfWhichNothingIsKnownKeepsItFromBecomingReady() {
        assertFalse(Condition.isTrue(status(accepted(policy("etl", 1)), ONE_UNKNOWN, NONE), "Ready"));
    }

    @Test
    void aReplicaOfWhichNothingIsKnownLeavesReadyWhatWasReady() {
        ObjectNode ready = status(accepted(policy("etl", 1)), ALL, NONE);

        assertTrue(Condition.isTrue(status(accepted(policy("etl", 1)), ONE_UNKNOWN, ready), "Ready"));
    }

    @Test
    void whatWasReadyOfAnotherGenerationSaysNothingOfThisOne() {
        ObjectNode ready = status(accepted(policy("etl", 1)), ALL, NONE);

        assertFalse(Condition.isTrue(status(accepted(policy("etl", 2)), ONE_UNKNOWN, ready), "Ready"));
    }

    @Test
    void whatWasReadyIsNotOnceAReplicaReviewsWithoutIt() {
        ObjectNode ready = status(accepted(policy("etl", 1)), ALL, NONE);

        assertFalse(Condition.isTrue(status(accepted(policy("etl", 1)), ONE_WITHOUT, ready), "Ready"));
    }

    @Test
    void nothingIsReadyWithoutReplicas() {
        ObjectNode status = status(accepted(policy("etl", 1)), NOBODY, NONE);

        assertEquals("No replica tells what it reviews with", message(status, "Ready"));
    }

    @Test
    void aConflictThatPodsMetComesBeforeOneThatMightBe() {
        Verdict verdict = withPotentialConflict(accepted(policy("etl", 1)), "May differ from SparkPodPolicy team-a/x");

        JsonNode met = Condition.in(PolicyStatus.of(verdict, ALL, List.of("Met x"), NONE, NOW), "Conflicted");
        JsonNode potential = Condition.in(status(verdict, ALL, NONE), "Conflicted");

        assertEquals("True PodsMetBoth Met x", words(met));
        assertEquals("False PotentialConflict May differ from SparkPodPolicy team-a/x", words(potential));
    }

    @Test
    void conditionsOfOthersStay() {
        JsonNode previous = json("{\"conditions\":[{\"type\":\"example.com/Audited\",\"status\":\"True\"}]}");

        ObjectNode status = status(accepted(policy("etl", 1)), ALL, previous);

        assertTrue(Condition.isTrue(status, "example.com/Audited"));
    }

    private static ObjectNode status(Verdict verdict, ReplicaStanding replicas, JsonNode previous) {
        return PolicyStatus.of(verdict, replicas, List.of(), previous, NOW);
    }

    private static String time(JsonNode status, String type) {
        return Condition.in(status, type).path("lastTransitionTime").asText();
    }

    private static String message(JsonNode status, String type) {
        return Condition.in(status, type).path("message").asText();
    }

    private static String words(JsonNode condition) {
        return condition.path("status").asText() + " "
                + condition.path("reason").asText() + " "
                + condition.path("message").asText();
    }
}
