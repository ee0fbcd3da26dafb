package io.sparkusher.policies.injection;

import java.util.Map;
import java.util.TreeMap;

/**
 * Protects a pod from those who remove nodes that are not full, by the annotations that they look at. Does nothing for
 * an annotation that is there; a pod cannot refuse it.
 */
public record DisruptionInjection() implements Injection {
    /** Cluster autoscaler's word, and Karpenter's. */
    private static final AnnotationsInjection ANNOTATIONS = new AnnotationsInjection(new TreeMap<>(Map.of(
            "cluster-autoscaler.kubernetes.io/safe-to-evict", "false",
            "karpenter.sh/do-not-disrupt", "true")));

    @Override
    public void applyTo(PolicyApplication application) {
        ANNOTATIONS.applyTo(application);
    }
}
