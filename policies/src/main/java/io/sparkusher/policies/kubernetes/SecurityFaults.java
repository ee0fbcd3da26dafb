package io.sparkusher.policies.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the API server would refuse of a container's security context, or the node when it starts the container. */
public final class SecurityFaults {
    private static final String ADMINISTRATION = "CAP_SYS_ADMIN";

    private SecurityFaults() {}

    /**
     * The faults by the member of the container's security context, each what would be and what to do.
     *
     * @param pod the pod's security context, which counts for what the container's does not say
     */
    public static Map<String, String> of(JsonNode pod, JsonNode container) {
        Map<String, String> faults = new LinkedHashMap<>();
        if (!container.path("allowPrivilegeEscalation").asBoolean(true) && isPrivileged(container)) {
            faults.put(
                    "allowPrivilegeEscalation",
                    "would be false, which does not go with privileged or the capability " + ADMINISTRATION
                            + ": remove the one or the other");
        }
        boolean nonRoot = effective("runAsNonRoot", pod, container).asBoolean();
        JsonNode user = effective("runAsUser", pod, container);
        if (nonRoot && user.isNumber() && user.asLong() == 0) {
            faults.put(
                    "runAsUser",
                    "would be 0 where runAsNonRoot is true, and the container would never start:"
                            + " set another runAsUser, or runAsNonRoot to false");
        }
        return faults;
    }

    /** Whether the container may do all that the node may. */
    public static boolean isPrivileged(JsonNode container) {
        return container.path("privileged").asBoolean()
                || container
                        .path("capabilities")
                        .path("add")
                        .valueStream()
                        .anyMatch(capability -> capability.asText().equals(ADMINISTRATION));
    }

    private static JsonNode effective(String member, JsonNode pod, JsonNode container) {
        return container.hasNonNull(member) ? container.path(member) : pod.path(member);
    }
}
