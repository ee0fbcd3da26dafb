package io.sparkusher.policies.review;

import io.sparkusher.policies.compile.PolicyIndex;
import io.sparkusher.policies.decision.Decision;
import io.sparkusher.policies.decision.Reason;
import io.sparkusher.policies.decision.ReasonCode;
import io.sparkusher.policies.injection.Surroundings;
import io.sparkusher.policies.patch.MalformedPodException;
import io.sparkusher.policies.patch.PodDraft;
import io.sparkusher.policies.pod.PodReview;
import io.sparkusher.policies.pod.Role;
import io.sparkusher.policies.pod.ServiceAccounts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides about reviews. */
public final class Reviews {
    private Reviews() {}

    /** Whether the review is about the creation of a Spark pod: of any other, nothing is decided. */
    public static boolean isOfSparkPod(PodReview review) {
        return ReviewScope.notTheCreationOfAPod(review).isEmpty()
                && ReviewScope.role(review).isPresent();
    }

    /**
     * The decision about one review.
     *
     * @param index the policies of each namespace
     * @param poolKeys every node label that any node pool asks for
     * @param serviceAccounts the cluster's, empty where nobody knows which there are
     */
    public static Decision decide(
            PodReview review, PolicyIndex index, Set<String> poolKeys, Optional<ServiceAccounts> serviceAccounts) {
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
            Surroundings surroundings =
                    new Surroundings(review.namespace(), index.labelsOf(review.namespace()), poolKeys, serviceAccounts);
            ReviewedNamespace namespace = new ReviewedNamespace(surroundings, index.policiesFor(review.namespace()));
            return new PodReviewer(new PodDraft(review.object()), role.get(), namespace).review();
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
