package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Sets privileges of the Spark container, field by field. Does nothing for a field that is set. A pod refuses it where
 * its own fields contradict the result, such as a user 0 that must not be root.
 */
public record SecurityContextInjection(ObjectNode securityContext) implements Injection {
    @Override
    public void applyTo(PolicyApplication application) {
        PodContext pod = application.pod();
        application.members(
                pod.sparkContainerPath() + ".securityContext",
                pod.sparkContainer().member("securityContext"),
                securityContext);
    }
}
