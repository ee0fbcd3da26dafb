package io.sparkusher.policies.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the API server would refuse of a container's ports. */
public final class PortFaults {
    private PortFaults() {}

    /** The faults, each a sentence that begins with the field. */
    public static List<String> of(JsonNode ports, boolean hostNetwork, String field) {
        List<String> faults = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode port : ports) {
            String name = port.path("name").asText();
            String portField = field + "[" + name + "]";
            if (!name.isEmpty()) {
                Names.Port.fault(name).ifPresent(fault -> faults.add(portField + ".name " + fault));
                if (!names.add(name)) {
                    faults.add(portField + " would be there twice: rename the policy's or the pod's");
                }
            }
            JsonNode hostPort = port.path("hostPort");
            if (hostNetwork && hostPort.asInt() != 0 && !hostPort.equals(port.path("containerPort"))) {
                faults.add(field + "[" + port.path("containerPort").asText() + "].hostPort would be "
                        + hostPort.asText() + " with hostNetwork, where it can only be the containerPort: remove it");
            }
        }
        return faults;
    }
}
