package io.sparkusher.webhook.cluster;

import java.time.Duration;

/**
 * How changes in the cluster become snapshots.
 *
 * @param quiet how long nothing may have changed before a change is put into force: a burst becomes one snapshot
 * @param longestBurst after which a change is put into force even though there is no quiet
 * @param spacing the least time from one snapshot to the next, so that changes which trickle in with more quiet than that
 *     between them do not become a snapshot each
 */
public record CoalescingSettings(Duration quiet, Duration longestBurst, Duration spacing) {
    /** A change is in force within half a second, and after the quiet where there was none just before. */
    public static CoalescingSettings defaults() {
        return new CoalescingSettings(Duration.ofMillis(50), Duration.ofMillis(500), Duration.ofMillis(400));
    }
}
