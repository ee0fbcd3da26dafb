package io.sparkusher.webhook.review;

import io.sparkusher.policies.api.PolicyReference;

/** Told of every review in which a pod met two Required policies of one rung that say different things. */
@FunctionalInterface
public interface ConflictListener {
    /** For reviews that nobody wants to hear of. */
    ConflictListener NOBODY = (policy, rival) -> {};

    /**
     * Called on the way of the review, which waits for it.
     *
     * @param policy the one that yielded, as it is in force
     * @param rival the one that came before it, as it is in force
     */
    void conflicted(PolicyReference policy, PolicyReference rival);
}
