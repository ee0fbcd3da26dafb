package io.sparkusher.certs;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Since when something has been true of certificates without a break, as one observer saw it. Times are those since
 * the observer's start: unlike a clock, they do not jump. Immutable.
 */
public record Since(Map<X509Certificate, Duration> times) {
    /** Nothing has been seen yet. */
    public static final Since NEVER = new Since(Map.of());

    public Since {
        times = Map.copyOf(times);
    }

    /**
     * What is known after one more look. For a certificate that is not among those, the time begins anew when it is
     * again.
     *
     * @param holding the certificates of which it is true now
     */
    public Since observe(Collection<X509Certificate> holding, Duration uptime) {
        return new Since(holding.stream()
                .distinct()
                .collect(
                        Collectors.toMap(Function.identity(), certificate -> times.getOrDefault(certificate, uptime))));
    }

    /** For how long it has been true; empty if it is not. */
    public Optional<Duration> lasting(X509Certificate certificate, Duration uptime) {
        return Optional.ofNullable(times.get(certificate)).map(uptime::minus);
    }

    /** Whether it has been true for so long. */
    public boolean lasted(X509Certificate certificate, Duration enough, Duration uptime) {
        return lasting(certificate, uptime)
                .filter(time -> time.compareTo(enough) >= 0)
                .isPresent();
    }
}
