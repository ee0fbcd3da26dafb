package io.sparkusher.load.bench;

import java.time.Duration;

/**
 * How long to measure.
 *
 * @param warmUp of each server, before it is measured
 * @param measure each measurement
 * @param rounds how often everything that is compared is measured, in alternation
 * @param starts how often a server is started to see how long that takes
 */
record Pace(Duration warmUp, Duration measure, int rounds, int starts) {
    /** For figures. */
    static Pace full() {
        return new Pace(Duration.ofSeconds(12), Duration.ofSeconds(5), 5, 5);
    }

    /** To see whether the bench itself works: its figures mean little. */
    static Pace quick() {
        return new Pace(Duration.ofSeconds(1), Duration.ofMillis(500), 3, 1);
    }
}
