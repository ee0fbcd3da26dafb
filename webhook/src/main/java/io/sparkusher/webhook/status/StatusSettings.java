package io.sparkusher.webhook.status;

import io.sparkusher.webhook.events.EventSettings;
import io.sparkusher.webhook.leader.ElectionSettings;
import io.sparkusher.webhook.replicas.ReplicaLeaseSettings;
import java.time.Duration;

/**
 * How the status of policies is written.
 *
 * @param quiet how long to wait after a change for further ones
 * @param tick after which it is looked at without a change, as replicas may be gone
 * @param retry after which a write that failed is tried again
 * @param writers how many writes may be under way at once
 * @param conflicts how long a conflict is told of that no further pod meets
 * @param request the longest that a request to the API server may take
 */
public record StatusSettings(
        Duration quiet,
        Duration tick,
        Duration retry,
        int writers,
        Duration conflicts,
        Duration request,
        ReplicaLeaseSettings lease,
        ElectionSettings election,
        EventSettings events) {
    public static StatusSettings defaults() {
        return new StatusSettings(
                Duration.ofMillis(50),
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                4,
                Duration.ofMinutes(10),
                Duration.ofSeconds(5),
                ReplicaLeaseSettings.defaults(),
                ElectionSettings.defaults(),
                EventSettings.defaults());
    }
}
