package io.sparkusher.certs;

import java.time.Duration;
import java.time.Instant;

/**
 * What one replica knows when it decides about the authorities.
 *
 * @param stored what the replicas share
 * @param asked whether a person wants a new authority
 * @param seen authorities that clients trust, or that this replica has known
 * @param trusted since when all clients have trusted an authority
 * @param unserved since when it has been certain that no replica serves what an authority signed
 * @param served by the live replicas, this one included
 * @param uptime since this replica began to look
 */
public record RotationView(
        Stored stored,
        boolean asked,
        TrustBundle seen,
        Since trusted,
        Since unserved,
        ServedAuthorities served,
        Instant now,
        Duration uptime) {
    /** What is found in the place that the replicas share. */
    public sealed interface Stored {}

    /** Nothing. */
    public record Absent() implements Stored {}

    /**
     * Something that cannot be used.
     *
     * @param reason a sentence
     */
    public record Damaged(String reason) implements Stored {}

    /** The authorities. */
    public record Usable(SharedAuthorities authorities) implements Stored {}

    /** Those authorities that a replica serves. */
    TrustBundle servedAmong(TrustBundle authorities) {
        return authorities.filter(served::include);
    }
}
