package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Sets what runs after the Spark container's start and before its end. Does nothing for a hook that is set; a pod cannot
 * refuse it.
 */
public record LifecycleInjection(ObjectNode lifecycle) implements Injection {
    @Override
    public void applyTo(PolicyApplication application) {
        PodContext pod = application.pod();
        application.members(
                pod.sparkContainerPath() + ".lifecycle", pod.sparkContainer().member("lifecycle"), lifecycle);
    }
}
