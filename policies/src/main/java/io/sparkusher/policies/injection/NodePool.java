package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.NodeRequirement;
import java.util.List;

/** A node pool as pods need it. */
public record NodePool(String name, List<NodeRequirement> requirements, List<ObjectNode> tolerations) {
    public NodePool {
        requirements = List.copyOf(requirements);
        tolerations = List.copyOf(tolerations);
    }
}
