package io.sparkusher.webhook.inforce;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.ToDoubleFunction;

/** Tells which policies are in force, and whether newer ones are being refused. */
public final class PolicyMetrics {
    private PolicyMetrics() {}

    /**
     * Has the figures asked for at every scrape.
     *
     * @param clock for the age
     */
    public static void register(MeterRegistry registry, PolicyStore store, InstantSource clock) {
        gauge(
                registry,
                store,
                "spark_usher_policies",
                "Policies in force",
                snapshot -> snapshot.policies().size());
        gauge(
                registry,
                store,
                "spark_usher_policies_generation",
                "Which successful load since the start the policies in force came from; 0 before the first",
                PolicySnapshot::generation);
        gauge(
                registry,
                store,
                "spark_usher_policies_last_successful_load_timestamp_seconds",
                "When the policies in force were loaded",
                snapshot -> snapshot.loadedAt().getEpochSecond());
        gauge(
                registry,
                store,
                "spark_usher_policies_age_seconds",
                "How long ago the policies in force were loaded",
                snapshot ->
                        Duration.between(snapshot.loadedAt(), clock.instant()).toSeconds());
        Gauge.builder(
                        "spark_usher_policies_load_errors",
                        store,
                        watched -> watched.state().errors())
                .description(
                        "Errors in the policies as they are now, or objects of the cluster that have some: not 0 means that"
                                + " older ones are kept in force")
                .register(registry);
    }

    private static void gauge(
            MeterRegistry registry,
            PolicyStore store,
            String name,
            String description,
            ToDoubleFunction<PolicySnapshot> value) {
        Gauge.builder(name, store, watched -> value.applyAsDouble(watched.inForce()))
                .description(description)
                .register(registry);
    }
}
