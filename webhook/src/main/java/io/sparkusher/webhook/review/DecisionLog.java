package io.sparkusher.webhook.review;

import io.sparkusher.policies.decision.Decision;
import io.sparkusher.policies.decision.Reason;
import io.sparkusher.policies.decision.ReasonCode;
import io.sparkusher.webhook.admission.SingleLine;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/** One line a decision: at {@code INFO} for pods that were changed or denied, at {@code DEBUG} for all others. */
public final class DecisionLog {
    private static final int MAX_VALUE = 300;
    private static final int USUAL_LINE = 320;

    private final Logger logger;

    /** Writes to that logger alone. */
    public DecisionLog(Logger logger) {
        this.logger = logger;
    }

    void decided(PodIdentity pod, Outcome outcome, Decision decision, Duration duration) {
        Level level = outcome == Outcome.Unchanged ? Level.DEBUG : Level.INFO;
        if (logger.isEnabledForLevel(level)) {
            logger.makeLoggingEventBuilder(level).log(line(pod, outcome, decision, duration));
        }
    }

    void failed(PodIdentity pod, Throwable mistake) {
        logger.error("{} outcome={}", describe(pod), Outcome.Failed.label(), mistake);
    }

    private static String line(PodIdentity pod, Outcome outcome, Decision decision, Duration duration) {
        StringBuilder line = describe(pod)
                .append(" outcome=")
                .append(outcome.label())
                .append(" codes=")
                .append(codes(decision))
                .append(" operations=")
                .append(decision.patch().size())
                .append(" micros=")
                .append(duration.toNanos() / 1000);
        decision.denial().ifPresent(denial -> line.append(" denial=").append(value(denial)));
        return line.toString();
    }

    private static StringBuilder describe(PodIdentity pod) {
        return new StringBuilder(USUAL_LINE)
                .append("uid=")
                .append(value(pod.uid()))
                .append(" namespace=")
                .append(value(pod.namespace()))
                .append(" resource=")
                .append(value(pod.resource()))
                .append(" name=")
                .append(value(pod.name()))
                .append(" role=")
                .append(value(pod.role()));
    }

    private static String codes(Decision decision) {
        Set<ReasonCode> codes = EnumSet.noneOf(ReasonCode.class);
        StringBuilder names = new StringBuilder();
        for (Reason reason : decision.reasons()) {
            if (codes.add(reason.code())) {
                names.append(names.isEmpty() ? "" : ",").append(reason.code());
            }
        }
        return names.toString();
    }

    /** Quoted where it could be taken for more than one value: all of this comes from outside. */
    private static String value(String text) {
        String line = SingleLine.of(text, MAX_VALUE);
        return isPlain(line) ? line : '"' + line.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static boolean isPlain(String line) {
        for (int index = 0; index < line.length(); index++) {
            char character = line.charAt(index);
            if (character <= ' ' || character >= 0x7F || character == '"') {
                return false;
            }
        }
        return true;
    }
}
