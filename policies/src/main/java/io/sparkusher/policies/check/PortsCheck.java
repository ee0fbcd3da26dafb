package io.sparkusher.policies.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.kubernetes.Names;
import io.sparkusher.policies.source.FieldPath;
import java.util.List;
import java.util.Set;

/** Checks ports of a container as the API server will. */
record PortsCheck(Checks checks) {
    private static final int HIGHEST_PORT = 65_535;
    private static final Set<String> PROTOCOLS = Set.of("TCP", "UDP", "SCTP");

    void check(String path, List<ObjectNode> ports) {
        checks.unique(path, ports, "containerPort", PortsCheck::key);
        checks.unique(path, ports, "name", port -> port.path("name").asText());
        for (int index = 0; index < ports.size(); index++) {
            check(FieldPath.element(path, index), ports.get(index));
        }
    }

    private static String key(ObjectNode port) {
        return port.path("containerPort").asText() + "/" + port.path("protocol").asText("TCP");
    }

    private void check(String path, ObjectNode port) {
        number(path + ".containerPort", port.path("containerPort"));
        if (port.hasNonNull("hostPort")) {
            number(path + ".hostPort", port.path("hostPort"));
        }
        String protocol = port.path("protocol").asText("TCP");
        if (!PROTOCOLS.contains(protocol)) {
            checks.error(path + ".protocol", "is " + protocol + ", expected TCP, UDP or SCTP");
        }
        if (port.hasNonNull("name")) {
            checks.name(path + ".name", port.path("name").asText(), Names.Port);
        }
    }

    private void number(String path, JsonNode number) {
        if (number.asInt() < 1 || number.asInt() > HIGHEST_PORT) {
            String found = number.isMissingNode() ? "is missing" : "is " + number.asText();
            checks.error(path, found + ", expected 1 to " + HIGHEST_PORT);
        }
    }
}
