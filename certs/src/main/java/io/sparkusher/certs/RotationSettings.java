package io.sparkusher.certs;

import java.time.Duration;

/**
 * How long things last where authorities follow each other.
 *
 * @param authorityLifetime an authority is followed by another when two thirds of it have gone
 * @param margin for how long clients must have been seen to trust an authority before it signs, and for how long a
 *     retired one must have been seen to be served by nobody before it is dropped: whoever trusts needs time to learn
 */
public record RotationSettings(Duration authorityLifetime, Duration margin) {
    /** A year, and half a minute: API servers learn of a change within a second. */
    public static RotationSettings defaults() {
        return new RotationSettings(Duration.ofDays(365), Duration.ofSeconds(30));
    }
}
