package io.sparkusher.webhook.review;

import io.sparkusher.policies.decision.Decision;
import io.sparkusher.policies.decision.Reason;
import io.sparkusher.webhook.admission.SingleLine;
import java.time.Duration;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/** One line a decision: at {@code INFO} for pods that were changed or denied, at {@code DEBUG} for all others. */
public final class DecisionLog {
    private static final int MAX_VALUE = 300;

    private final Logger logger;

    /** Writes to that logger alone. */
    public DecisionLog(Logger logger) {
        this.logger = logger;
    }

    void decided(PodIdentity pod, Outcome outcome, Decision decision, Duration duration) {
        Level level = outcome == Outcome.Unchanged ? Level.DEBUG : Level.INFO;
        if (logger.isEnabledForLevel(level)) {
            logger.makeLoggingEventBuilder(level)
                    .log(
                            "{} outcome={} codes={} operations={} micros={}{}",
                            describe(pod),
                            outcome.label(),
                            codes(decision),
                            decision.patch().size(),
                            duration.toNanos() / 1000,
                            decision.denial()
                                    .map(denial -> " denial=" + value(denial))
                                    .orElse(""));
        }
    }

    void failed(PodIdentity pod, Throwable mistake) {
        logger.error("{} outcome={}", describe(pod), Outcome.Failed.label(), mistake);
    }

    private static String describe(PodIdentity pod) {
        return "uid=%s namespace=%s resource=%s name=%s role=%s"
                .formatted(
                        value(pod.uid()),
                        value(pod.namespace()),
                        value(pod.resource()),
                        value(pod.name()),
                        value(pod.role()));
    }

    private static String codes(Decision decision) {
        return decision.reasons().stream()
                .map(Reason::code)
                .distinct()
                .map(Enum::name)
                .collect(Collectors.joining(","));
    }

    /** Quoted where it could be taken for more than one value: all of this comes from outside. */
    private static String value(String text) {
        String line = SingleLine.of(text, MAX_VALUE);
        boolean plain = line.chars().allMatch(character -> character > ' ' && character < 0x7F && character != '"');
        return plain ? line : '"' + line.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
