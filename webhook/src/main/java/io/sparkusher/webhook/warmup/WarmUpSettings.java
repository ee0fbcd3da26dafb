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
    public static WarmUpSettings defaults() {
        return new WarmUpSettings(400, 8, Duration.ofSeconds(3));
    }
}
