package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Declares ports of the Spark container. Does nothing for a port and protocol that it has. A pod refuses one whose name
 * another port of the container has.
 */
public record PortsInjection(List<ObjectNode> ports) implements Injection {
    @Override
    public void applyTo(PolicyApplication application) {
        var list = application.pod().sparkContainer().member("ports");
        for (ObjectNode port : ports) {
            String field = application.pod().sparkContainerPath() + ".ports["
                    + port.path("containerPort").asText() + "/"
                    + port.path("protocol").asText("TCP") + "]";
            application.element(field, list, ListKey.PORT, port);
        }
    }
}
