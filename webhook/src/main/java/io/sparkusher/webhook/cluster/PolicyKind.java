package io.sparkusher.webhook.cluster;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
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

    /** Its objects, all that there are. */
    public Informable<GenericKubernetesResource> objects(KubernetesClient client) {
        MixedOperation<GenericKubernetesResource, ?, Resource<GenericKubernetesResource>> objects =
                client.genericKubernetesResources(context());
        return namespaced ? objects.inAnyNamespace() : objects;
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
