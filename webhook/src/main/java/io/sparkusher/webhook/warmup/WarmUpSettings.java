package io.sparkusher.webhook.warmup;

import java.time.Duration;

/**
 * How much the program exercises itself before it is ready.
 *
 * @param reviews how many at most
 * @param connections over how many connections, each with a TLS handshake of its own
 * @param limit after which it is ready anyhow
 */
public record WarmUpSettings(int reviews, int connections, Duration limit) {
    // More handshakes would compile the client's half of TLS, in Java, which nobody needs afterwards.
    public static WarmUpSettings defaults() {
        return new WarmUpSettings(400, 2, Duration.ofSeconds(3));
    }
}
