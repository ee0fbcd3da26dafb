package io.sparkusher.policies.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Toleration;
import java.util.List;

/** Which nodes a pool is. */
public record SparkNodePoolSpec(
        @Description("What holds of the labels of the pool's nodes: all of it.")
        List<NodeRequirement> requirements,

        @Description("The taints of the pool's nodes.")
        @KubernetesType(
                value = Toleration.class,
                key = {"key", "operator", "value", "effect"})
        List<ObjectNode> tolerations) {
    public SparkNodePoolSpec {
        requirements = requirements == null ? List.of() : List.copyOf(requirements);
        tolerations = tolerations == null ? List.of() : List.copyOf(tolerations);
    }
}
