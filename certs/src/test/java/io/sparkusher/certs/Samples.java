package io.sparkusher.certs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What most tests begin with. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    static final Duration YEAR = Duration.ofDays(365);
    static final Duration MONTH = Duration.ofDays(30);
    static final List<SubjectAlternativeName> NAMES = names("localhost", "spark-usher.spark.svc", "127.0.0.1", "::1");

    private Samples() {}

    static CertificateAuthority authority() {
        return CertificateAuthority.create("Spark Usher", NOW, YEAR);
    }

    static List<SubjectAlternativeName> names(String... texts) {
        return List.of(texts).stream().map(SubjectAlternativeName::parse).toList();
    }
}
