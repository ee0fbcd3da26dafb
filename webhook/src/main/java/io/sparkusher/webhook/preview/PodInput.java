package io.sparkusher.webhook.preview;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.pod.PodReview;

/**
 * One object to review.
 *
 * @param file the file that it came from, as the user named it
 * @param review the question; a review takes possession of the object in it, so it is asked with a copy
 */
record PodInput(String file, PodReview review) {
    ObjectNode pod() {
        return review.object();
    }

    /** The same question about a copy of the object. */
    PodReview freshReview() {
        return new PodReview(
                review.namespace(),
                review.operation(),
                review.resource(),
                review.subResource(),
                review.object().deepCopy());
    }

    /** How a heading names it: {@code Pod team-a/nightly-exec-1}; a generated name ends in {@code *}. */
    String title() {
        String kind = pod().path("kind").asText("Object");
        String generated = pod().at("/metadata/generateName").asText() + "*";
        return kind + " " + review.namespace() + "/"
                + pod().at("/metadata/name").asText(generated);
    }
}
