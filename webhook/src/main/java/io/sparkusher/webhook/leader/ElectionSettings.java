package io.sparkusher.webhook.leader;

import java.time.Duration;

/**
 * How a leader is elected.
 *
 * @param lease for how long others leave it to a leader that does not renew, in whole seconds
 * @param renewal after which a leader that could not renew stops to lead; shorter than the lease
 * @param retry how often a leader renews, and others stand for election
 */
public record ElectionSettings(Duration lease, Duration renewal, Duration retry) {
    public static ElectionSettings defaults() {
        return new ElectionSettings(Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(2));
    }
}
