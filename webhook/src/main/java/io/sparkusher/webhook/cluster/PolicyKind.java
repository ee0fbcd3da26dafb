package io.sparkusher.webhook.cluster;

import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.sparkusher.policies.api.PolicyObject;

/** The kinds of our own. The constants are their Kubernetes kinds. */
public enum PolicyKind {
    SparkPodPolicy("sparkpodpolicies", true),
    ClusterSparkPodPolicy("clustersparkpodpolicies", false),
    SparkNodePool("sparknodepools", false);

    private static final String VERSION = PolicyObject.API_VERSION.substring(PolicyObject.GROUP.length() + 1);

    private final String plural;
    private final boolean namespaced;

    PolicyKind(String plural, boolean namespaced) {
        this.plural = plural;
        this.namespaced = namespaced;
    }

    /** The resource with its group, which is also the name of its definition: {@code sparkpodpolicies.spark-usher.io}. */
    public String resource() {
        return plural + "." + PolicyObject.GROUP;
    }

    /** Whether its objects stand in namespaces. */
    public boolean isNamespaced() {
        return namespaced;
    }

    /** How a client addresses it. */
    public ResourceDefinitionContext context() {
        return new ResourceDefinitionContext.Builder()
                .withGroup(PolicyObject.GROUP)
                .withVersion(VERSION)
                .withKind(name())
                .withPlural(plural)
                .withNamespaced(namespaced)
                .build();
    }
}
