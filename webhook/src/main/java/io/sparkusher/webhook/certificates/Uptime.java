package io.sparkusher.webhook.certificates;

import java.time.Duration;

/** The time since it was made, which no change of a clock affects. */
final class Uptime {
    private final long start = System.nanoTime();

    Duration now() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
