package io.sparkusher.webhook.status;

import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.sparkusher.policies.api.PolicyObject;
import java.util.List;

/**
 * A kind of object that has a status.
 *
 * @param context how the API server calls it
 */
record StatusResources(String kind, ResourceDefinitionContext context) {
    private static final List<StatusResources> ALL = List.of(
            of("SparkPodPolicy", "sparkpodpolicies", true),
            of("ClusterSparkPodPolicy", "clustersparkpodpolicies", false),
            of("SparkNodePool", "sparknodepools", false));

    static List<StatusResources> all() {
        return ALL;
    }

    /** The one of that kind. */
    static StatusResources of(String kind) {
        return ALL.stream()
                .filter(resource -> resource.kind.equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(kind));
    }

    private static StatusResources of(String kind, String plural, boolean namespaced) {
        String group = PolicyObject.GROUP;
        return new StatusResources(
                kind,
                new ResourceDefinitionContext.Builder()
                        .withGroup(group)
                        .withVersion(PolicyObject.API_VERSION.substring(group.length() + 1))
                        .withKind(kind)
                        .withPlural(plural)
                        .withNamespaced(namespaced)
                        .build());
    }
}
