package io.sparkusher.webhook.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.sparkusher.webhook.refusal.RefusalCause;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** Counts requests and connections. */
public final class RequestMetrics {
    private final MeterRegistry registry;
    private final MeterProvider<Counter> refusals;
    private final AtomicInteger inFlight = new AtomicInteger();

    /** Begins at zero in that registry. */
    public RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
        refusals = Counter.builder("spark_usher_bad_requests")
                .description("Requests that got no review, by cause")
                .withRegistry(registry);
        for (RefusalCause cause : RefusalCause.values()) {
            refusals.withTags("cause", cause.name());
        }
        Gauge.builder("spark_usher_requests_in_flight", inFlight, AtomicInteger::get)
                .description("Requests for a review of which the head has arrived and the answer is not yet written")
                .register(registry);
    }

    /** Has the number of open connections, those in their TLS handshake included, asked for at every scrape. */
    public void watchConnections(IntSupplier open) {
        Gauge.builder("spark_usher_connections", open, IntSupplier::getAsInt)
                .description("Open connections")
                .strongReference(true)
                .register(registry);
    }

    /** Counts a request that got no review. */
    public void refused(RefusalCause cause) {
        refusals.withTags("cause", cause.name()).increment();
    }

    /** A request for a review is in flight, until {@link #ended()}. */
    public void began() {
        inFlight.incrementAndGet();
    }

    /** The end of what {@link #began()} began, with or without an answer. */
    public void ended() {
        inFlight.decrementAndGet();
    }
}
