package io.sparkusher.webhook.review;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.sparkusher.policies.decision.Reason;
import io.sparkusher.policies.decision.ReasonCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what came of reviews. */
public final class ReviewMetrics {
    private static final Duration[] BUCKETS = {
        Duration.ofNanos(100_000),
        Duration.ofNanos(250_000),
        Duration.ofNanos(500_000),
        Duration.ofMillis(1),
        Duration.ofNanos(2_500_000),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofSeconds(1)
    };

    private final MeterProvider<Counter> reviews;
    private final MeterProvider<Counter> reasons;
    private final Timer duration;
    // The registry has them too, but takes a microsecond and a kilobyte to find one.
    private final Map<Labels, Counter> known = new ConcurrentHashMap<>();
    private final Map<Outcome, Counter> outcomes = new ConcurrentHashMap<>();

    private record Labels(ReasonCode code, String policy, String namespace) {}

    /** Begins at zero in that registry. */
    public ReviewMetrics(MeterRegistry registry) {
        reviews = Counter.builder("spark_usher_reviews")
                .description("Reviews by what they came to")
                .withRegistry(registry);
        reasons = Counter.builder("spark_usher_reasons")
                .description("Reasons by code, policy and namespace of the pod")
                .withRegistry(registry);
        duration = Timer.builder("spark_usher_review_duration")
                .description("From the whole body of a request to the whole body of its answer")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
        // From the start, so that a rate has something to begin from.
        for (Outcome outcome : Outcome.values()) {
            count(outcome);
        }
    }

    private Counter count(Outcome outcome) {
        return outcomes.computeIfAbsent(outcome, first -> reviews.withTags("outcome", first.label()));
    }

    /** Counts one decision: once by its outcome, and once for each of its reasons. */
    public void decided(Outcome outcome, String namespace, List<Reason> given, Duration took) {
        count(outcome).increment();
        for (Reason reason : given) {
            count(reason, namespace).increment();
        }
        duration.record(took);
    }

    /** Counts one review that a mistake of the program kept from a decision. */
    public void failed() {
        count(Outcome.Failed).increment();
    }

    /** The namespace of a pod that no policy was looked at for is anybody's invention: it does not become a label. */
    private Counter count(Reason reason, String namespace) {
        boolean isAnybodys = reason.policy().isEmpty();
        String policy = isAnybodys ? "" : reason.policy().get().path();
        return known.computeIfAbsent(new Labels(reason.code(), policy, isAnybodys ? "" : namespace), this::register);
    }

    private Counter register(Labels labels) {
        return reasons.withTags(
                Tags.of("code", labels.code().name(), "policy", labels.policy(), "namespace", labels.namespace()));
    }
}
