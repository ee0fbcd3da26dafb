package io.sparkusher.webhook.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.sparkusher.policies.decision.Decision;
import io.sparkusher.policies.decision.Reason;
import io.sparkusher.policies.decision.ReasonCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecisionLogTest {
    private static final Reason REASON = Reason.ofReview(ReasonCode.NotReviewed, "Not Spark's");
    private static final PodIdentity POD = new PodIdentity("u-1", "team-a", "pods", "etl-*", "driver");

    private final ListAppender<ILoggingEvent> events = new ListAppender<>();
    private final Logger logger = new LoggerContext().getLogger("decisions");
    private final DecisionLog log = new DecisionLog(logger);

    @BeforeEach
    void listen() {
        events.start();
        logger.addAppender(events);
        logger.setLevel(Level.DEBUG);
    }

    @Test
    void writesOneLineForADenial() {
        decide(POD, Outcome.Denied, Optional.of("No \"GPU\" here"));

        assertEquals(Level.INFO, events.list.get(0).getLevel());
        assertEquals(
                "uid=u-1 namespace=team-a resource=pods name=etl-* role=driver outcome=denied codes=NotReviewed"
                        + " operations=0 micros=1500 denial=\"No \\\"GPU\\\" here\"",
                events.list.get(0).getFormattedMessage());
    }

    @Test
    void isQuietAboutPodsThatItLeavesAlone() {
        decide(POD, Outcome.Unchanged, Optional.empty());

        assertEquals(Level.DEBUG, events.list.get(0).getLevel());
    }

    @Test
    void letsNoNameBeginALineOrPassForAnotherField() {
        PodIdentity forged = new PodIdentity("u\n2026 INFO all is well", "n outcome=denied", "pods", "x\u2028y", "");

        decide(forged, Outcome.Unchanged, Optional.empty());

        String line = events.list.get(0).getFormattedMessage();
        assertFalse(line.contains("\n") || line.contains("\u2028"), line);
        assertEquals(
                "uid=\"u 2026 INFO all is well\" namespace=\"n outcome=denied\" resource=pods name=\"x y\" role="
                        + " outcome=unchanged codes=NotReviewed operations=0 micros=1500",
                line);
    }

    private void decide(PodIdentity pod, Outcome outcome, Optional<String> denial) {
        Decision decision = new Decision(denial, List.of(), List.of(REASON, REASON), List.of(), Map.of());
        log.decided(pod, outcome, decision, Duration.ofNanos(1_500_000));
    }
}
