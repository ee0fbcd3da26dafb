package io.sparkusher.webhook.events;

import java.time.Duration;

/**
 * How many events are told of.
 *
 * @param burst how many at once
 * @param perSecond how many for longer; what comes beyond is not told
 * @param aggregation within which an event that comes again is counted instead of told anew
 */
public record EventSettings(int burst, int perSecond, Duration aggregation) {
    public static EventSettings defaults() {
        return new EventSettings(100, 5, Duration.ofMinutes(6));
    }
}
