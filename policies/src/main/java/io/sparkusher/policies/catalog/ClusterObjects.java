package io.sparkusher.policies.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.pod.ServiceAccounts;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * All that a cluster holds of what decides about pods.
 *
 * @param policies {@code SparkPodPolicy}, {@code ClusterSparkPodPolicy} and {@code SparkNodePool} objects as the API
 *     server gives them, in any order; never changed by whoever reads them
 * @param namespaceLabels the labels of every namespace that exists, by its name
 */
public record ClusterObjects(
        Collection<ObjectNode> policies,
        Map<String, Map<String, String>> namespaceLabels,
        ServiceAccounts serviceAccounts) {
    public ClusterObjects {
        policies = List.copyOf(policies);
    }
}
