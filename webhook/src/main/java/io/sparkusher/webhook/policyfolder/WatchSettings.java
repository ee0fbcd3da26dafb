package io.sparkusher.webhook.policyfolder;

import java.time.Duration;

/**
 * How the watch over the policies behaves.
 *
 * @param quiet how long nothing may have changed before a change is loaded: a burst becomes one load
 * @param longestBurst after which a change is loaded even though there is no quiet
 * @param rescan how often to look without having been told of a change: some file systems tell nothing
 */
public record WatchSettings(Duration quiet, Duration longestBurst, Duration rescan) {
    public static WatchSettings defaults() {
        return new WatchSettings(Duration.ofMillis(200), Duration.ofSeconds(2), Duration.ofSeconds(10));
    }
}
