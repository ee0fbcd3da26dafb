package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;

/**
 * Selects nodes by labels. Does nothing for a label that the pod selects on, nor for one that node pools are made of
 * where a stronger policy has put the pod on a pool. A pod cannot refuse it.
 */
public record NodeSelectorInjection(Map<String, String> nodeSelector) implements Injection {
    @Override
    public void applyTo(PolicyApplication application) {
        nodeSelector.forEach((key, value) -> applyTo(application, key, value));
    }

    private static void applyTo(PolicyApplication application, String key, String value) {
        var place = application.pod().spec().member("nodeSelector").member(key);
        boolean poolIsChosen = application.pod().poolKeys().contains(key)
                && application.isHeldByOther(NodePoolInjection.FIELD)
                && !place.value().asText().equals(value);
        if (poolIsChosen) {
            application
                    .pod()
                    .claims()
                    .holder(NodePoolInjection.FIELD)
                    .ifPresent(holder -> application.yieldTo(holder, "the node pool, of which " + key + " is a part"));
            return;
        }
        application.value("spec.nodeSelector[" + key + "]", place, TextNode.valueOf(value));
    }
}
