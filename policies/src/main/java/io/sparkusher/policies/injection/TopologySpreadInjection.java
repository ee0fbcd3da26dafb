package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Spreads pods over places. Does nothing for a topology key and whenUnsatisfiable that the pod has a constraint for, as
 * the API server allows one only; a pod cannot refuse it.
 */
public record TopologySpreadInjection(List<ObjectNode> constraints) implements Injection {
    @Override
    public void applyTo(PolicyApplication application) {
        for (ObjectNode constraint : constraints) {
            applyTo(application, constraint);
        }
    }

    static boolean applyTo(PolicyApplication application, ObjectNode constraint) {
        String field = "spec.topologySpreadConstraints["
                + constraint.path("topologyKey").asText() + ":"
                + constraint.path("whenUnsatisfiable").asText() + "]";
        return application.element(
                field,
                application.pod().spec().member("topologySpreadConstraints"),
                ListKey.SPREAD_CONSTRAINT,
                constraint);
    }
}
