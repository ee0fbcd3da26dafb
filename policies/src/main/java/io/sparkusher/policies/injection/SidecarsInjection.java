package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.InjectedContainers.Position;
import java.util.List;

/**
 * Runs containers beside Spark's as native sidecars: Kubernetes ends them with the pod, so that they keep no driver
 * running and fail no executor. Does nothing for a name that an init container has. A pod refuses it where an ordinary
 * container has the name.
 *
 * @param sidecars containers with {@code restartPolicy: Always}
 */
public record SidecarsInjection(List<ObjectNode> sidecars, Position position) implements Injection {
    @Override
    public void applyTo(PolicyApplication application) {
        ContainerPlacement.amongInitContainers(position).put("sidecar", sidecars, application);
    }
}
