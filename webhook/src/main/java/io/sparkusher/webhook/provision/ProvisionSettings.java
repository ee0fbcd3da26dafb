package io.sparkusher.webhook.provision;

import java.time.Duration;

/**
 * How provisioning behaves.
 *
 * @param namespace where the Lease is by which one process is chosen that writes
 * @param host name or address at which probes are answered
 * @param port 0 for any free one
 * @param quiet how long nothing may have changed before a change is acted upon: a burst becomes one plan
 * @param retry when to look again where something could not be done, or is kept for now
 * @param rescan when to look again where nothing is known to be left
 * @param keepReleased how long an account stays that no policy asks for any more
 */
record ProvisionSettings(
        String namespace,
        String host,
        int port,
        Duration quiet,
        Duration retry,
        Duration rescan,
        Duration keepReleased) {
    static ProvisionSettings of(String namespace, String host, int port, Duration keepReleased) {
        return new ProvisionSettings(
                namespace,
                host,
                port,
                Duration.ofMillis(50),
                Duration.ofSeconds(10),
                Duration.ofMinutes(5),
                keepReleased);
    }
}
