package io.sparkusher.webhook.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.webhook.events.PolicyEvent;
import io.sparkusher.webhook.events.PolicyEvent.Severity;
import java.util.ArrayList;
import java.util.List;

/** What of a change of status is worth an event. */
final class StatusEvents {
    private StatusEvents() {}

    /**
     * The events, mostly none.
     *
     * @param before the status that was stored, an empty object where there was none
     * @param after the status that took its place
     */
    static List<PolicyEvent> of(PolicyReference object, String uid, JsonNode before, JsonNode after) {
        List<PolicyEvent> events = new ArrayList<>();
        JsonNode accepted = Condition.in(after, Condition.ACCEPTED);
        if (isNewGeneration(before, after)
                || !reason(accepted).equals(reason(Condition.in(before, Condition.ACCEPTED)))) {
            boolean good = Condition.isTrue(after, Condition.ACCEPTED);
            events.add(event(object, uid, good ? Severity.Normal : Severity.Warning, reason(accepted), accepted));
        }
        JsonNode conflicted = Condition.in(after, Condition.CONFLICTED);
        if (Condition.isTrue(after, Condition.CONFLICTED) && !Condition.isTrue(before, Condition.CONFLICTED)) {
            events.add(event(object, uid, Severity.Warning, Condition.CONFLICTED, conflicted));
        }
        return events;
    }

    private static boolean isNewGeneration(JsonNode before, JsonNode after) {
        return before.path("observedGeneration").asLong()
                != after.path("observedGeneration").asLong();
    }

    private static String reason(JsonNode condition) {
        return condition.path("reason").asText();
    }

    private static PolicyEvent event(
            PolicyReference object, String uid, Severity severity, String reason, JsonNode condition) {
        return new PolicyEvent(
                object, uid, severity, reason, condition.path("message").asText());
    }
}
