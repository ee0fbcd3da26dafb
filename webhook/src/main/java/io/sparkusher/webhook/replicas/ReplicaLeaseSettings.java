package io.sparkusher.webhook.replicas;

import java.time.Duration;

/**
 * How a replica keeps its Lease.
 *
 * @param duration after which without a renewal it counts as gone, in whole seconds
 * @param renewal how often it says that it is there
 * @param retry how long after a renewal that failed
 */
public record ReplicaLeaseSettings(Duration duration, Duration renewal, Duration retry) {
    public static ReplicaLeaseSettings defaults() {
        return new ReplicaLeaseSettings(Duration.ofSeconds(15), Duration.ofSeconds(5), Duration.ofSeconds(1));
    }
}
