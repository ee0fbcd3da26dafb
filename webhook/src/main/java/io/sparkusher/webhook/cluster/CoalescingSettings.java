package io.sparkusher.webhook.cluster;

import java.time.Duration;

/**
 * How changes in the cluster become snapshots.
 *
 * @param quiet how long nothing may have changed before a change is put into force: a burst becomes one snapshot
 * @param longestBurst after which a change is put into force even though there is no quiet
 */
public record CoalescingSettings(Duration quiet, Duration longestBurst) {
    public static CoalescingSettings defaults() {
        return new CoalescingSettings(Duration.ofMillis(50), Duration.ofMillis(500));
    }
}
