package io.sparkusher.webhook.replicas;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The replicas that are there. A Lease counts as long as it was seen to change within its duration, by the reader's own
 * time that never jumps: the clocks of replicas need not agree. So one that was left behind counts for its duration
 * after it is first seen. Not safe for several threads.
 */
public final class LiveReplicas {
    private static final Duration WITHOUT_DURATION =
            ReplicaLeaseSettings.defaults().duration();

    private final KubernetesClient client;
    private final String namespace;
    private final LongSupplier nanoTime;
    private Map<String, Seen> seen = Map.of();

    private record Seen(@Nullable String version, long since) {}

    /** @param nanoTime as {@link System#nanoTime()} */
    public LiveReplicas(KubernetesClient client, String namespace, LongSupplier nanoTime) {
        this.client = client;
        this.namespace = namespace;
        this.nanoTime = nanoTime;
    }

    /**
     * Asks the API server, not a cache: every replica whose Lease was written before this was called is in the answer,
     * as it then was or later.
     *
     * @throws KubernetesClientException if the API server does not answer
     */
    public List<ReplicaReport> list() {
        List<Lease> leases = client.leases()
                .inNamespace(namespace)
                .withLabel(LeaseNames.REPLICA_LABEL, LeaseNames.WEBHOOK)
                .list()
                .getItems();
        seen = look(leases, nanoTime.getAsLong());
        return leases.stream().filter(this::isLive).map(LiveReplicas::report).toList();
    }

    private Map<String, Seen> look(List<Lease> leases, long now) {
        Map<String, Seen> looked = new HashMap<>();
        for (Lease lease : leases) {
            String version = lease.getMetadata().getResourceVersion();
            Seen before = seen.get(lease.getMetadata().getName());
            boolean same = before != null && Objects.equals(before.version(), version);
            looked.put(lease.getMetadata().getName(), same ? before : new Seen(version, now));
        }
        return looked;
    }

    private boolean isLive(Lease lease) {
        Seen last = seen.get(lease.getMetadata().getName());
        return last != null
                && nanoTime.getAsLong() - last.since() <= duration(lease).toNanos();
    }

    private static Duration duration(Lease lease) {
        Integer seconds = lease.getSpec() == null ? null : lease.getSpec().getLeaseDurationSeconds();
        return seconds == null ? WITHOUT_DURATION : Duration.ofSeconds(seconds);
    }

    private static ReplicaReport report(Lease lease) {
        String name = lease.getMetadata().getName();
        Map<String, String> annotations = lease.getMetadata().getAnnotations();
        return new ReplicaReport(
                name.startsWith(LeaseNames.REPLICA_PREFIX) ? name.substring(LeaseNames.REPLICA_PREFIX.length()) : name,
                annotations == null ? Map.of() : annotations);
    }
}
