package io.sparkusher.webhook.status;

import static io.sparkusher.webhook.status.Verdicts.accepted;
import static io.sparkusher.webhook.status.Verdicts.inForce;
import static io.sparkusher.webhook.status.Verdicts.json;
import static io.sparkusher.webhook.status.Verdicts.policy;
import static io.sparkusher.webhook.status.Verdicts.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.sparkusher.policies.catalog.Acceptance;
import io.sparkusher.policies.catalog.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusEventsTest {
    private static final JsonNode NONE = json("{}");
    private static final Verdict GOOD = accepted(policy("etl", 1));
    private static final Verdict BROKEN = refused(policy("etl", 2), Acceptance.Invalid, Optional.of(inForce(1)));

    @Test
    void aNewPolicyThatIsAcceptedIsTold() {
        assertEquals(List.of("Normal Accepted"), events(NONE, status(GOOD)));
    }

    @Test
    void aNewGenerationWithErrorsIsAWarning() {
        assertEquals(List.of("Warning Invalid"), events(status(GOOD), status(BROKEN)));
    }

    @Test
    void aMissingPoolIsAWarningAndItsComingIsTold() {
        JsonNode missing = status(refused(policy("etl", 1), Acceptance.NodePoolMissing, Optional.empty()));

        assertEquals(List.of("Warning NodePoolMissing"), events(NONE, missing));
        assertEquals(List.of("Normal Accepted"), events(missing, status(GOOD)));
    }

    @Test
    void thatReplicasFollowIsNoEvent() {
        ReplicaStanding behind = new ReplicaStanding(List.of(), List.of("a"), List.of());
        JsonNode before = PolicyStatus.of(GOOD, behind, List.of(), NONE, Instant.EPOCH);

        assertEquals(List.of(), events(before, status(GOOD)));
    }

    @Test
    void aConflictIsToldWhenItBeginsAndNotWhenItGoesOnWithOthers() {
        JsonNode one = met("Met x");

        assertEquals(List.of("Warning Conflicted"), events(status(GOOD), one));
        assertEquals(List.of(), events(one, met("Met x and y")));
        assertEquals(List.of(), events(one, status(GOOD)));
    }

    private static JsonNode status(Verdict verdict) {
        return status(verdict, List.of());
    }

    private static JsonNode met(String sentence) {
        return status(GOOD, List.of(sentence));
    }

    private static JsonNode status(Verdict verdict, List<String> met) {
        ReplicaStanding all = new ReplicaStanding(List.of("a"), List.of(), List.of());
        return PolicyStatus.of(verdict, all, met, NONE, Instant.EPOCH);
    }

    private static List<String> events(JsonNode before, JsonNode after) {
        return StatusEvents.of(policy("etl", 1), "u-1", before, after).stream()
                .map(event -> event.severity() + " " + event.reason())
                .toList();
    }
}
