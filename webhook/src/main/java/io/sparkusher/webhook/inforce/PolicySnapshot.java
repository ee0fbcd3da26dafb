package io.sparkusher.webhook.inforce;

import io.sparkusher.policies.PolicySet;
import java.time.Instant;

/**
 * Policies that a load gave.
 *
 * @param generation counts the successful loads since the start, from 1; 0 where there was none yet
 * @param loadedAt of the load, or of the start where there was none yet
 */
public record PolicySnapshot(PolicySet policies, long generation, Instant loadedAt) {
    /** Whether there was a load: what stands for policies before it knows nothing. */
    public boolean isLoaded() {
        return generation > 0;
    }
}
