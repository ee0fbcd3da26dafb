package io.sparkusher.webhook.review;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.decision.Reason;
import java.time.Duration;
import java.util.List;

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
        return reviews.withTags("outcome", outcome.label());
    }

    /** Counts one decision: once by its outcome, and once for each of its reasons. */
    public void decided(Outcome outcome, String namespace, List<Reason> given, Duration took) {
        count(outcome).increment();
        given.forEach(reason -> reasons.withTags(tags(reason, namespace)).increment());
        duration.record(took);
    }

    /** Counts one review that a mistake of the program kept from a decision. */
    public void failed() {
        count(Outcome.Failed).increment();
    }

    /** The namespace of a pod that no policy was looked at for is anybody's invention: it does not become a label. */
    private static Tags tags(Reason reason, String namespace) {
        return Tags.of(
                "code", reason.code().name(),
                "policy", reason.policy().map(PolicyReference::path).orElse(""),
                "namespace", reason.policy().isPresent() ? namespace : "");
    }
}
