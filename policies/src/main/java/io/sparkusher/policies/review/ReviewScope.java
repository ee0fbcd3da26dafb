package io.sparkusher.policies.review;

import io.sparkusher.policies.pod.PodReview;
import io.sparkusher.policies.pod.Role;
import java.util.Optional;

/** What a review can be about: the creation of a Spark driver or executor pod. Anything else passes untouched. */
final class ReviewScope {
    private ReviewScope() {}

    /** Why the review is about something else, as a sentence; empty where it is about the creation of a pod. */
    static Optional<String> notTheCreationOfAPod(PodReview review) {
        if (!review.resource().equals("pods") || !review.subResource().isEmpty()) {
            String subResource = review.subResource().isEmpty() ? "" : "/" + review.subResource();
            return Optional.of("Not a pod but " + review.resource() + subResource);
        }
        return review.operation().equals("CREATE")
                ? Optional.empty()
                : Optional.of("Not the creation of a pod but " + review.operation());
    }

    /** The pod's role, empty where it is no Spark pod. */
    static Optional<Role> role(PodReview review) {
        return Role.of(review.object().path("metadata").path("labels"));
    }
}
