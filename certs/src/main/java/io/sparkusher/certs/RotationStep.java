package io.sparkusher.certs;

import java.time.Duration;

/** What is to be done about the authorities that replicas share. Each but {@link Rest} is followed by another look. */
public sealed interface RotationStep {
    /** A sentence for the log. */
    String reason();

    /**
     * Store a new authority in the place of whatever is there.
     *
     * @param served others that have to stay trusted meanwhile
     */
    record Create(TrustBundle served, String reason) implements RotationStep {}

    /**
     * Keep authorities trusted that are served though what is stored does not know them.
     *
     * @param served the authorities
     */
    record Remember(TrustBundle served, String reason) implements RotationStep {}

    /** Make a new authority that is to sign later, and have it trusted. */
    record Prepare(String reason) implements RotationStep {}

    /** Have the next authority sign from now on. */
    record Promote(String reason) implements RotationStep {}

    /**
     * Have authorities no longer trusted.
     *
     * @param unserved the authorities
     */
    record Retire(TrustBundle unserved, String reason) implements RotationStep {}

    /**
     * Nothing is due.
     *
     * @param time when to look again at the latest
     */
    record Rest(Duration time, String reason) implements RotationStep {}
}
