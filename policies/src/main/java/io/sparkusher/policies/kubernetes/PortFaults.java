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
            if (!name.isEmpty()) {
                Names.Port.fault(name).ifPresent(fault -> faults.add(field + "[" + name + "].name " + fault));
                if (!names.add(name)) {
                    faults.add(field + "[" + name + "] would be there twice: rename the policy's or the pod's");
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

    /**
     * The ports of the node that containers would have twice among them, each a sentence that begins with the field.
     *
     * @param list the field that the containers are in
     */
    public static List<String> ofNode(Iterable<JsonNode> containers, boolean hostNetwork, String list) {
        List<String> faults = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (JsonNode container : containers) {
            for (JsonNode port : container.path("ports")) {
                int number = nodePort(port, hostNetwork);
                String protocol = port.path("protocol").asText("TCP");
                if (number != 0
                        && !taken.add(protocol + "/" + port.path("hostIP").asText() + "/" + number)) {
                    faults.add(list + "[" + container.path("name").asText() + "].ports["
                            + port.path("containerPort").asText() + "/" + protocol
                            + "] would take the node's port " + number
                            + ", which another port of the pod takes: change the policy's or the pod's");
                }
            }
        }
        return faults;
    }

    /** On its node's network a container's port is the node's; 0 for none. */
    private static int nodePort(JsonNode port, boolean hostNetwork) {
        int hostPort = port.path("hostPort").asInt();
        return hostPort == 0 && hostNetwork ? port.path("containerPort").asInt() : hostPort;
    }
}
