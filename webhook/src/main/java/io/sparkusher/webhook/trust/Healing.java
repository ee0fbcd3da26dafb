package io.sparkusher.webhook.trust;

import io.sparkusher.certs.TrustBundle;
import java.time.Instant;

/** Says what a {@code caBundle} should be. */
@FunctionalInterface
public interface Healing {
    /**
     * What it should be instead of what it is.
     *
     * @param present empty where there is none, or one that cannot be read
     * @return the same where it is right; empty where nothing is known to be better
     */
    TrustBundle heal(TrustBundle present);

    /** Exactly these, for replicas that all know the same. */
    static Healing exactly(TrustBundle wanted) {
        return present -> wanted;
    }

    /**
     * At least these, for replicas that may know different ones for a while: what others wrote stays until its time is
     * over.
     */
    static Healing atLeast(TrustBundle wanted, Instant now) {
        return present ->
                present.covers(wanted) ? present : present.withoutExpired(now).union(wanted);
    }
}
