package io.sparkusher.webhook.trust;

import io.sparkusher.certs.TrustBundle;

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
}
