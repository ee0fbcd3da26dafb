package io.sparkusher.webhook.certificates;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Tells when certificates expire, for an alert long before they do. */
public final class CertificateMetrics {
    private CertificateMetrics() {}

    /** Has the times asked for at every scrape. That of an authority that is not known is not a number. */
    public static void register(MeterRegistry registry, CertificateSource source) {
        gauge(registry, source, "serving", expiry -> Optional.of(expiry.serving()));
        gauge(registry, source, "authority", CertificateExpiry::authority);
    }

    private static void gauge(
            MeterRegistry registry,
            CertificateSource source,
            String certificate,
            Function<CertificateExpiry, Optional<Instant>> time) {
        Gauge.builder(
                        "spark_usher_certificate_expiry_timestamp_seconds",
                        source,
                        watched -> time.apply(watched.expiry())
                                .map(Instant::getEpochSecond)
                                .map(Long::doubleValue)
                                .orElse(Double.NaN))
                .tag("certificate", certificate)
                .description("When the certificate that is served, or the authority that signed it, expires")
                .register(registry);
    }
}
