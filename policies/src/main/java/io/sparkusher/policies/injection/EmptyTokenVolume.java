package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An empty folder in the place of the service account's token. The API server's plugin ServiceAccount mounts the token
 * in every container that has nothing at its path, so nothing less keeps the driver's powers from a container.
 */
public final class EmptyTokenVolume {
    /** The plugin's path: plugin/pkg/admission/serviceaccount/admission.go. */
    public static final String PATH = "/var/run/secrets/kubernetes.io/serviceaccount";

    private static final String NAME = "usher-no-token";

    private EmptyTokenVolume() {}

    /** The mount for a container; read-only, so that nobody fills the folder. */
    public static ObjectNode mount() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", NAME)
                .put("mountPath", PATH)
                .put("readOnly", true);
    }

    static ObjectNode volume() {
        ObjectNode volume = JsonNodeFactory.instance.objectNode().put("name", NAME);
        volume.putObject("emptyDir");
        return volume;
    }

    static boolean isMountedIn(JsonNode container) {
        return container
                .path("volumeMounts")
                .valueStream()
                .anyMatch(mount -> mount.path("name").asText().equals(NAME));
    }
}
