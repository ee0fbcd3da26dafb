package io.sparkusher.webhook.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.webhook.events.EventHistory.Told;
import io.sparkusher.webhook.events.PolicyEvent.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class EventsTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00.123456789Z");
    private static final Duration AGGREGATION = Duration.ofMinutes(6);

    private final EventContent content =
            new EventContent(new EventSource("spark-usher.io/test", "Test", "r".repeat(300)), () -> NOW);
    private long nanos = -1;

    @Test
    void anEventStandsInTheNamespaceOfItsPolicy() {
        Event event = content.of(event("team-a", "etl", "Bad"));

        assertEquals("team-a", event.getMetadata().getNamespace());
        assertEquals("team-a", event.getRegarding().getNamespace());
        assertEquals("Warning", event.getType());
        assertTrue(event.getMetadata().getName().startsWith("etl."));
    }

    @Test
    void theEventsOfClusterPoliciesStandInTheNamespaceDefault() {
        Event event = content.of(event("", "etl", "Bad"));

        assertEquals("default", event.getMetadata().getNamespace());
        assertNull(event.getRegarding().getNamespace());
    }

    @Test
    void timesAreInMicroseconds() {
        assertEquals("2026-11-25T12:00:00.123456Z", content.time());
    }

    @Test
    void whatIsTooLongIsCut() {
        Event event = content.of(event("team-a", "e".repeat(253), "b".repeat(5000)));

        assertEquals(EventContent.MAX_NOTE, event.getNote().length());
        assertEquals(EventContent.MAX_INSTANCE, event.getReportingInstance().length());
        assertEquals(253, event.getMetadata().getName().length());
    }

    @Test
    void anEventThatComesAgainSoonIsCounted() {
        EventHistory history = new EventHistory(AGGREGATION, () -> nanos);
        PolicyEvent event = event("team-a", "etl", "Bad");
        assertNull(history.again(event));
        history.told(event, "team-a", "etl.1");

        assertEquals(new Told("team-a", "etl.1", 2, nanos), history.again(event));
        nanos += AGGREGATION.toNanos();
        assertNotNull(history.again(event));
        nanos += AGGREGATION.toNanos() + 1;
        assertNull(history.again(event));
    }

    @Test
    void theSameIsCountedOfEveryGeneration() {
        EventHistory history = new EventHistory(AGGREGATION, () -> nanos);
        history.told(event("team-a", "etl", "Bad"), "team-a", "etl.1");

        assertNotNull(history.again(event("team-a", "etl", 2, "Bad")));
        assertNull(history.again(event("team-a", "etl", 2, "Worse")));
    }

    @Test
    void ofTooManyEventsTheOldestAreToldAnew() {
        EventHistory history = new EventHistory(AGGREGATION, () -> nanos);
        for (int number = 0; number <= EventHistory.MAX; number++) {
            history.told(event("team-a", "etl-" + number, "Bad"), "team-a", "etl-" + number + ".1");
        }

        assertNull(history.again(event("team-a", "etl-0", "Bad")));
        assertNotNull(history.again(event("team-a", "etl-1", "Bad")));
    }

    @Test
    void thereIsRoomForABurstAndThenForSoManyASecond() {
        EventBudget budget = new EventBudget(2, 5, () -> nanos);

        assertTrue(budget.take());
        assertTrue(budget.take());
        assertFalse(budget.take());
        nanos += Duration.ofMillis(200).toNanos();
        assertTrue(budget.take());
        assertFalse(budget.take());
        nanos += Duration.ofHours(1).toNanos();
        assertTrue(budget.take());
        assertTrue(budget.take());
        assertFalse(budget.take());
    }

    private static PolicyEvent event(String namespace, String name, String note) {
        return event(namespace, name, 1, note);
    }

    private static PolicyEvent event(String namespace, String name, long generation, String note) {
        String kind = namespace.isEmpty() ? "ClusterSparkPodPolicy" : "SparkPodPolicy";
        PolicyReference policy = new PolicyReference(kind, namespace, name, OptionalLong.of(generation));
        return new PolicyEvent(policy, "u-1", Severity.Warning, "Invalid", note);
    }
}
