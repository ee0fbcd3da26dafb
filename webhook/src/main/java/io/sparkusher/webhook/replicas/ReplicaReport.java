package io.sparkusher.webhook.replicas;

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

    /** The digest of what its reviews go by; empty as long as it answers none. */
    public Optional<String> reviewsWith() {
        return Optional.ofNullable(annotations.get(LeaseNames.REVIEWS_WITH));
    }

    /** The conflicts that its reviews met lately, as one text. */
    public Optional<String> conflicted() {
        return Optional.ofNullable(annotations.get(LeaseNames.CONFLICTED));
    }
}
