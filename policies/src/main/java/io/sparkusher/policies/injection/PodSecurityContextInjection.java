package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Sets privileges of all of the pod's containers, field by field. Does nothing for a field that is set; the empty object
 * that the API server fills in sets none. A pod refuses it where its containers' own fields contradict the result.
 */
public record PodSecurityContextInjection(ObjectNode securityContext) implements Injection {
    @Override
    public void applyTo(PolicyApplication application) {
        application.members(
                "spec.securityContext", application.pod().spec().member("securityContext"), securityContext);
    }
}
