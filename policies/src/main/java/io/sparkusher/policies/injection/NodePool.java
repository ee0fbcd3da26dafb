package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.NodeRequirement;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A node pool as pods need it. */
public record NodePool(String name, List<NodeRequirement> requirements, List<ObjectNode> tolerations) {
    public NodePool {
        requirements = List.copyOf(requirements);
        tolerations = List.copyOf(tolerations);
    }

    /** Every node label that any of the pools asks for. */
    public static Set<String> keys(Collection<NodePool> pools) {
        return pools.stream()
                .flatMap(pool -> pool.requirements().stream())
                .map(NodeRequirement::key)
                .collect(Collectors.toUnmodifiableSet());
    }
}
