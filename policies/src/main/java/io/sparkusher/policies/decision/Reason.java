package io.sparkusher.policies.decision;

import io.sparkusher.policies.api.PolicyReference;
import java.util.Optional;

/**
 * One thing that a review has to say.
 *
 * @param policy the policy that it is about, empty where it is about the review as a whole
 * @param code from the closed list
 * @param sentence one sentence for a person, without a full stop at its end
 * @param rival the policy that it conflicts with, empty where it conflicts with none
 */
public record Reason(
        Optional<PolicyReference> policy, ReasonCode code, String sentence, Optional<PolicyReference> rival) {
    public Reason(Optional<PolicyReference> policy, ReasonCode code, String sentence) {
        this(policy, code, sentence, Optional.empty());
    }

    public static Reason of(PolicyReference policy, ReasonCode code, String sentence) {
        return new Reason(Optional.of(policy), code, sentence);
    }

    public static Reason ofReview(ReasonCode code, String sentence) {
        return new Reason(Optional.empty(), code, sentence);
    }

    /** Of a policy that met one of its own rung, which came before it. */
    public static Reason conflicted(PolicyReference policy, PolicyReference rival, String sentence) {
        return new Reason(Optional.of(policy), ReasonCode.Conflicted, sentence, Optional.of(rival));
    }

    @Override
    public String toString() {
        return policy.map(about -> about + ": " + sentence).orElse(sentence);
    }
}
