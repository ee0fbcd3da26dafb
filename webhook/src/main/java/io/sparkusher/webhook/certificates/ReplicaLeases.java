package io.sparkusher.webhook.certificates;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.sparkusher.certs.Fingerprint;
import io.sparkusher.certs.ServedAuthorities;
import io.sparkusher.webhook.replicas.LeaseNames;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What other replicas serve, as they say on their Leases. A replica lives for as long as its Lease is seen to change in
 * time: clocks differ and jump, so the times on it are compared with each other alone. For one thread.
 */
final class ReplicaLeases {
    private static final Duration USUAL_DURATION = Duration.ofSeconds(30);

    private final KubernetesClient client;
    private final String namespace;
    private Map<String, Sighting> sightings = Map.of();

    ReplicaLeases(KubernetesClient client, String namespace) {
        this.client = client;
        this.namespace = namespace;
    }

    /** A Lease as it has been since that time. */
    private record Sighting(@Nullable ZonedDateTime renewed, Duration since) {
        boolean isOf(LeaseSpec spec) {
            return Objects.equals(renewed, spec.getRenewTime());
        }
    }

    /** What the live ones serve now. */
    ServedAuthorities read(Duration uptime) {
        List<Lease> leases = client.resources(Lease.class)
                .inNamespace(namespace)
                .withLabel(LeaseNames.REPLICA_LABEL)
                .list()
                .getItems();
        Map<String, Sighting> seen = new HashMap<>();
        Set<Fingerprint> known = new HashSet<>();
        int silent = 0;
        for (Lease lease : leases) {
            Sighting sighting = sighting(lease, uptime);
            seen.put(lease.getMetadata().getName(), sighting);
            if (!isLive(lease, sighting, uptime)) {
                continue;
            }
            Optional<Fingerprint> served = served(lease);
            served.ifPresent(known::add);
            silent += served.isPresent() ? 0 : 1;
        }
        sightings = seen;
        return new ServedAuthorities(known, silent);
    }

    private static LeaseSpec spec(Lease lease) {
        return Optional.ofNullable(lease.getSpec()).orElseGet(LeaseSpec::new);
    }

    private Sighting sighting(Lease lease, Duration uptime) {
        return Optional.ofNullable(sightings.get(lease.getMetadata().getName()))
                .filter(before -> before.isOf(spec(lease)))
                .orElseGet(() -> new Sighting(spec(lease).getRenewTime(), uptime));
    }

    private static boolean isLive(Lease lease, Sighting sighting, Duration uptime) {
        Duration lasts = Optional.ofNullable(spec(lease).getLeaseDurationSeconds())
                .map(Duration::ofSeconds)
                .orElse(USUAL_DURATION);
        return uptime.minus(sighting.since()).compareTo(lasts) <= 0;
    }

    private static Optional<Fingerprint> served(Lease lease) {
        return Optional.ofNullable(lease.getMetadata().getAnnotations().get(LeaseNames.SERVING_AUTHORITY))
                .map(Fingerprint::new);
    }
}
