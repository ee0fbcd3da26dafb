package io.sparkusher.policies.review;

import com.fasterxml.jackson.databind.node.TextNode;
import io.sparkusher.policies.decision.Decision;
import io.sparkusher.policies.patch.PatchOperation;
import io.sparkusher.policies.patch.Place;
import io.sparkusher.policies.patch.PodDraft;
import io.sparkusher.policies.pod.PodReview;
import java.util.ArrayList;
import java.util.List;

/**
 * Leaves the stamp on every Spark pod that was reviewed: an empty one where no policy changed it. So a cluster can tell
 * it from a pod that nobody reviewed.
 */
public final class EveryPodStamp {
    private EveryPodStamp() {}

    /**
     * The decision, and the stamp where it put none. Other objects than Spark pods, and pods that are refused, stay as
     * they were decided about.
     *
     * @param review after the decision: its object is the pod as the decision changes it
     */
    public static Decision addedTo(Decision decision, PodReview review) {
        if (!decision.allowed() || !Reviews.isOfSparkPod(review)) {
            return decision;
        }
        PodDraft draft = new PodDraft(review.object());
        Place stamp = Stamp.of(draft.root());
        if (stamp.exists()) {
            return decision;
        }
        stamp.set(TextNode.valueOf(Stamp.of(List.of())));
        List<PatchOperation> patch = new ArrayList<>(decision.patch());
        patch.addAll(draft.operations());
        return new Decision(
                decision.denial(), patch, decision.reasons(), decision.warnings(), decision.auditAnnotations());
    }
}
