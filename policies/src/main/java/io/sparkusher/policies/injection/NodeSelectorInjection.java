package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.node.TextNode;
import io.sparkusher.policies.injection.Claims.Claim;
import java.util.Map;
import java.util.Optional;

/**
 * Selects nodes by labels. Does nothing for a label that the pod selects on, nor for one that node pools are made of
 * where a stronger policy has put the pod on a pool, or this one on a pool of which no node has the label. A pod cannot
 * refuse it.
 */
public record NodeSelectorInjection(Map<String, String> nodeSelector) implements Injection {
    @Override
    public void applyTo(PolicyApplication application) {
        nodeSelector.forEach((key, value) -> applyTo(application, key, value));
    }

    private static void applyTo(PolicyApplication application, String key, String value) {
        var place = application.pod().spec().member("nodeSelector").member(key);
        Optional<Claim> pool = application.strongerClaim(NodePoolInjection.FIELD);
        boolean isOfPools = application.pod().poolKeys().contains(key);
        if (pool.isPresent() && isOfPools && !place.value().asText().equals(value)) {
            application.yieldTo(pool.get(), "the node pool, of which " + key + " is a part");
            return;
        }
        if (pool.isEmpty() && isOfPools && contradictsOwnPool(application, key, value)) {
            application.keepOut(field(key) + " is not set to " + value
                    + ", which no node has of the node pool that the policy itself chooses");
            return;
        }
        application.value(field(key), place, TextNode.valueOf(value));
    }

    private static boolean contradictsOwnPool(PolicyApplication application, String key, String value) {
        return application.claimOn(NodePoolInjection.FIELD).isPresent()
                && new PodNodeSelection(application.pod().spec()).excludes(key, value);
    }

    /** How claims and reasons name it. */
    static String field(String key) {
        return "spec.nodeSelector[" + key + "]";
    }
}
