package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.InjectedContainers.Position;
import java.util.List;

/**
 * Runs containers to their end before Spark's. Does nothing for a name that an init container has. A pod refuses it
 * where an ordinary container has the name.
 */
public record InitContainersInjection(List<ObjectNode> containers, Position position) implements Injection {
    @Override
    public void applyTo(PolicyApplication application) {
        ContainerPlacement.amongInitContainers(position).put("init container", containers, application);
    }
}
