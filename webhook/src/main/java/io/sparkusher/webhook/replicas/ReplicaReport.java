package io.sparkusher.webhook.replicas;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import java.util.Map;
import java.util.Optional;

/**
 * What a replica told last.
 *
 * @param name the replica's
 * @param annotations of its Lease
 */
public record ReplicaReport(String name, Map<String, String> annotations) {
    public ReplicaReport {
        annotations = Map.copyOf(annotations);
    }

    static ReplicaReport of(Lease lease) {
        String name = lease.getMetadata().getName();
        Map<String, String> annotations = lease.getMetadata().getAnnotations();
        return new ReplicaReport(
                name.startsWith(LeaseNames.REPLICA_PREFIX) ? name.substring(LeaseNames.REPLICA_PREFIX.length()) : name,
                annotations == null ? Map.of() : annotations);
    }

    /** The digest of what its reviews go by; empty as long as it answers none. */
    public Optional<String> reviewsWith() {
        return Optional.ofNullable(annotations.get(LeaseNames.REVIEWS_WITH));
    }

    /** The conflicts that its reviews met lately, as one text. */
    public Optional<String> conflicted() {
        return Optional.ofNullable(annotations.get(LeaseNames.CONFLICTED));
    }
}
