package io.sparkusher.webhook.replicas;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which Leases still count: those that were seen to change within their duration, by the time of whoever looks, which
 * never jumps. The clocks of replicas need not agree.
 */
final class LeaseAges {
    private final LongSupplier nanoTime;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    private record Seen(String version, long since) {}

    /** @param nanoTime as {@link System#nanoTime()} */
    LeaseAges(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Takes note of a Lease as it is now. */
    void see(Lease lease) {
        String version = String.valueOf(lease.getMetadata().getResourceVersion());
        seen.compute(
                lease.getMetadata().getName(),
                (name, before) -> before != null && before.version().equals(version)
                        ? before
                        : new Seen(version, nanoTime.getAsLong()));
    }

    /** Those that count, of all that there are now. */
    List<Lease> live(Collection<Lease> leases) {
        leases.forEach(this::see);
        Set<String> names =
                leases.stream().map(lease -> lease.getMetadata().getName()).collect(Collectors.toSet());
        seen.keySet().retainAll(names);
        return leases.stream().filter(this::isLive).toList();
    }

    private boolean isLive(Lease lease) {
        Seen last = seen.get(lease.getMetadata().getName());
        return last != null
                && nanoTime.getAsLong() - last.since() <= duration(lease).toNanos();
    }

    private static Duration duration(Lease lease) {
        @Nullable
        Integer seconds = lease.getSpec() == null ? null : lease.getSpec().getLeaseDurationSeconds();
        return seconds == null ? ReplicaLeaseSettings.defaults().duration() : Duration.ofSeconds(seconds);
    }
}
