package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.node.TextNode;
import io.sparkusher.policies.injection.Claims.Claim;
import java.util.Map;
import java.util.Optional;

/**
 * Selects nodes by labels. Does nothing for a label that the pod selects on, nor for one that node pools are made of
 * where a stronger policy has put the pod on a pool, or this one on a pool of which no node has the label. A pod refuses
 * it, where the policy wins, if its own node affinity leaves no node with the label.
 */
public record NodeSelectorInjection(Map<String, String> nodeSelector) implements Injection {
    @Override
    public void applyTo(PolicyApplication application) {
        nodeSelector.forEach((key, value) -> applyTo(application, key, value));
    }

    private static void applyTo(PolicyApplication application, String key, String value) {
        var place = application.pod().spec().member("nodeSelector").member(key);
        Optional<Claim> pool = application.strongerClaim(NodePoolInjection.FIELD);
        boolean isOfPools = application.pod().surroundings().poolKeys().contains(key);
        if (pool.isPresent() && isOfPools && !place.value().asText().equals(value)) {
            application.yieldTo(pool.get(), "the node pool, of which " + key + " is a part");
            return;
        }
        boolean mayBeSet = application.claimOn(field(key)).isEmpty() && (application.isRequired() || !place.exists());
        if (mayBeSet
                && !place.value().asText().equals(value)
                && new PodNodeSelection(application.pod().spec()).excludes(key, value)) {
            refuse(application, key, value);
            return;
        }
        application.value(field(key), place, TextNode.valueOf(value));
    }

    /** No node would be left beside the pod's node affinity, and the pod would be pending for ever. */
    private static void refuse(PolicyApplication application, String key, String value) {
        Optional<Claim> affinity = AffinityInjection.claimOn(
                AffinityInjection.NODE_AFFINITY,
                terms -> terms.isArray() && PodNodeSelection.exclude(terms, key, value),
                application);
        boolean isOfOwnPool = application.pod().surroundings().poolKeys().contains(key)
                && application.claimOn(NodePoolInjection.FIELD).isPresent();
        String nodeAffinity = AffinityInjection.field(AffinityInjection.NODE_AFFINITY);
        if (isOfOwnPool) {
            application.keepOut(field(key) + " is not set to " + value
                    + ", which no node has of the node pool that the policy itself chooses");
        } else if (affinity.isPresent()) {
            application.yieldTo(affinity.get(), nodeAffinity + ", which leaves no node whose " + key + " is " + value);
        } else if (application.isRequired()) {
            throw new CannotApplyException(field(key) + " would be " + value + ", and " + nodeAffinity
                    + " leaves no such node: remove the pod's own terms on " + key);
        } else {
            application.leaveToPod(nodeAffinity + ", which leaves no node whose " + key + " is " + value);
        }
    }

    /** How claims and reasons name it. */
    static String field(String key) {
        return "spec.nodeSelector[" + key + "]";
    }
}
