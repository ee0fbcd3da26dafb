package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import io.sparkusher.policies.patch.Place;
import java.util.List;

/** The volume with the service account's token, which the API server's plugin ServiceAccount adds before webhooks run. */
final class TokenVolume {
    /** What the plugin's volumes are called: plugin/pkg/admission/serviceaccount/admission.go. */
    private static final String PREFIX = "kube-api-access-";

    private TokenVolume() {}

    /** Takes away the volume and its mounts. */
    static void removeFrom(Place spec) {
        Place volumes = spec.member("volumes");
        for (int index = volumes.value().size() - 1; index >= 0; index--) {
            JsonNode volume = volumes.value().get(index);
            String name = volume.path("name").asText();
            if (name.startsWith(PREFIX) && volume.has("projected")) {
                removeMounts(spec, name);
                volumes.element(index).remove();
            }
        }
    }

    private static void removeMounts(Place spec, String volume) {
        for (String list : List.of("initContainers", "containers")) {
            Place containers = spec.member(list);
            for (int index = 0; index < containers.value().size(); index++) {
                removeMountsOf(containers.element(index).member("volumeMounts"), volume);
            }
        }
    }

    private static void removeMountsOf(Place mounts, String volume) {
        for (int index = mounts.value().size() - 1; index >= 0; index--) {
            if (mounts.value().get(index).path("name").asText().equals(volume)) {
                mounts.element(index).remove();
            }
        }
    }
}
