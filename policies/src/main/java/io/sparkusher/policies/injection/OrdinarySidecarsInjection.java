package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.decision.ReasonCode;
import io.sparkusher.policies.pod.Role;
import java.util.List;

/**
 * Runs containers beside Spark's on a cluster that has no native sidecars, and says what that may cost. Does nothing for
 * a name that a container has. A pod refuses it where an init container has the name.
 *
 * @param sidecars containers without {@code restartPolicy}
 */
public record OrdinarySidecarsInjection(List<ObjectNode> sidecars) implements Injection {
    @Override
    public void applyTo(PolicyApplication application) {
        ContainerPlacement.amongContainers().put("sidecar", sidecars, application);
        if (sidecars.stream().anyMatch(sidecar -> application.holds(field(sidecar)))) {
            application.advise(
                    ReasonCode.OrdinarySidecars, cost(application.pod().role()));
        }
    }

    private static String field(ObjectNode sidecar) {
        return "spec.containers[" + sidecar.path("name").asText() + "]";
    }

    private static String cost(Role role) {
        String cost = switch (role) {
            case Driver -> "the driver's pod runs on until they end by themselves";
            case Executor ->
                "the executor fails with any of them where spark.kubernetes.executor.checkAllContainers is true,"
                        + " as it is from Spark 4";
        };
        return "Its sidecars are ordinary containers, as Kubernetes has native ones from 1.29: " + cost;
    }
}
