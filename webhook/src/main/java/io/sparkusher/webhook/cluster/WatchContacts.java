package io.sparkusher.webhook.cluster;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When the API server was last heard from: nobody knows what has changed since. */
public final class WatchContacts {
    private static final Logger LOGGER = LoggerFactory.getLogger(WatchContacts.class);
    private static final Duration TO_RESUME = Duration.ofSeconds(3);

    private final List<Watched<?, ?>> watches;
    private final WatchTrouble trouble;
    private Optional<Instant> brokenSince = Optional.empty();
    private boolean told;

    WatchContacts(List<Watched<?, ?>> watches, WatchTrouble trouble) {
        this.watches = List.copyOf(watches);
        this.trouble = trouble;
    }

    /** To be called every second or so, by one thread. */
    void look(Instant now) {
        for (Watched<?, ?> watched : watches) {
            watched.contact().look(now);
            if (watched.contact().isConnected()) {
                trouble.over(watched.resource());
            }
        }
        tell(now);
    }

    /** Watches end and begin anew every few minutes, which is nobody's concern. */
    private void tell(Instant now) {
        boolean broken = last().isAfter(Instant.EPOCH)
                && watches.stream().anyMatch(watched -> !watched.contact().isConnected());
        brokenSince = broken ? brokenSince.or(() -> Optional.of(now)) : Optional.empty();
        boolean lost =
                brokenSince.filter(since -> since.plus(TO_RESUME).isBefore(now)).isPresent();
        if (lost && !told) {
            LOGGER.warn("The API server is not heard of any more: reviews go on by what was known at {}", last());
        } else if (told && !broken) {
            LOGGER.info("The API server is heard of again");
        }
        told = lost || (told && broken);
    }

    /** By the watch that heard least lately; the epoch where one never did. */
    public Instant last() {
        return watches.stream()
                .map(watched -> watched.contact().last())
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /** Has the figures asked for at every scrape. */
    public void register(MeterRegistry registry, InstantSource clock) {
        for (Watched<?, ?> watched : watches) {
            Gauge.builder("spark_usher_watch_last_contact_timestamp_seconds", watched.contact(), WatchContacts::seconds)
                    .description("When a watch last heard from the API server, which it should about once a minute")
                    .tag("resource", watched.resource())
                    .register(registry);
        }
        Gauge.builder(
                        "spark_usher_snapshot_age_seconds",
                        this,
                        contacts -> Duration.between(contacts.last(), clock.instant())
                                        .toMillis()
                                / 1000.0)
                .description("How old what is known of the cluster may be: the time since some watch last heard of it")
                .register(registry);
    }

    private static double seconds(Contact contact) {
        return contact.last().toEpochMilli() / 1000.0;
    }
}
