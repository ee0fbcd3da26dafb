package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.patch.Place;
import java.util.List;

/**
 * Runs containers beside Spark's as native sidecars, after the pod's own init containers: Kubernetes ends them with the
 * pod, so that they keep no driver running and fail no executor. Does nothing for a name that an init container has. A
 * pod refuses it where an ordinary container has the name.
 *
 * @param sidecars containers with {@code restartPolicy: Always}
 */
public record SidecarsInjection(List<ObjectNode> sidecars) implements Injection {
    @Override
    public void applyTo(PolicyApplication application) {
        Place spec = application.pod().spec();
        for (ObjectNode sidecar : sidecars) {
            String name = sidecar.path("name").asText();
            boolean taken =
                    ListKey.NAME.indexOf(sidecar, spec.member("containers").value()) >= 0;
            if (taken) {
                throw new CannotApplyException(
                        "the sidecar " + name + " has the name of a container of the pod's at spec.containers[" + name
                                + "]: rename one of them");
            }
            application.element(
                    "spec.initContainers[" + name + "]", spec.member("initContainers"), ListKey.NAME, sidecar);
        }
    }
}
