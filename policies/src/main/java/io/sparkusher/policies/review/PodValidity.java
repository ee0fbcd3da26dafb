package io.sparkusher.policies.review;

import com.fasterxml.jackson.databind.JsonNode;
import io.sparkusher.policies.injection.CannotApplyException;
import io.sparkusher.policies.patch.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether the containers of a pod mount only volumes that it has: the API server refuses it otherwise. */
final class PodValidity {
    private PodValidity() {}

    /** Throws where they do not. */
    static void check(Place pod) {
        JsonNode spec = pod.member("spec").value();
        Set<String> volumes = new HashSet<>();
        spec.path("volumes").forEach(volume -> volumes.add(volume.path("name").asText()));
        for (String list : List.of("initContainers", "containers")) {
            for (JsonNode container : spec.path(list)) {
                check(container, list, volumes);
            }
        }
    }

    private static void check(JsonNode container, String list, Set<String> volumes) {
        for (JsonNode mount : container.path("volumeMounts")) {
            String volume = mount.path("name").asText();
            if (!volumes.contains(volume)) {
                throw new CannotApplyException("spec." + list + "["
                        + container.path("name").asText() + "].volumeMounts["
                        + mount.path("mountPath").asText() + "] mounts the volume " + volume
                        + ", which the pod would not have: add it to the policy's volumes");
            }
        }
    }
}
