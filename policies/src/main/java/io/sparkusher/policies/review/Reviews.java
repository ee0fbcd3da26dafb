package io.sparkusher.policies.review;

import io.sparkusher.policies.compile.CompiledPolicy;
import io.sparkusher.policies.decision.Decision;
import io.sparkusher.policies.decision.Reason;
import io.sparkusher.policies.decision.ReasonCode;
import io.sparkusher.policies.patch.MalformedPodException;
import io.sparkusher.policies.patch.PodDraft;
import io.sparkusher.policies.pod.PodReview;
import io.sparkusher.policies.pod.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides about reviews. */
public final class Reviews {
    private Reviews() {}

    /**
     * The decision about one review.
     *
     * @param policies those of the review's namespace, strongest first
     * @param poolKeys every node label that any node pool asks for
     */
    public static Decision decide(PodReview review, List<CompiledPolicy> policies, Set<String> poolKeys) {
        Optional<String> foreign = ReviewScope.notTheCreationOfAPod(review);
        if (foreign.isPresent()) {
            return untouched(foreign.get());
        }
        Optional<Role> role = ReviewScope.role(review);
        if (role.isEmpty()) {
            return untouched("Not a Spark pod: neither of the labels " + Role.SPARK_LABEL + " and " + Role.OPT_IN_LABEL
                    + " says driver or executor");
        }
        try {
            return new PodReviewer(new PodDraft(review.object()), role.get(), poolKeys).review(policies);
        } catch (MalformedPodException exception) {
            return new Decision(
                    Optional.of(exception.sentence()),
                    List.of(),
                    List.of(Reason.ofReview(ReasonCode.Denied, exception.sentence())),
                    List.of(),
                    Map.of());
        }
    }

    private static Decision untouched(String sentence) {
        return new Decision(
                Optional.empty(),
                List.of(),
                List.of(Reason.ofReview(ReasonCode.NotReviewed, sentence)),
                List.of(),
                Map.of());
    }
}
