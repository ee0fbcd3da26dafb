package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.injection.Claims.Claim;
import java.util.List;
import java.util.Optional;

/**
 * Declares ports of the Spark container. Does nothing for a port and protocol that it has, nor for one with the name of
 * a stronger policy's. A pod refuses one whose name
 * another port of the container has.
 */
public record PortsInjection(List<ObjectNode> ports) implements Injection {
    @Override
    public void applyTo(PolicyApplication application) {
        ports.forEach(port -> applyTo(application, port));
    }

    private static void applyTo(PolicyApplication application, ObjectNode port) {
        PodContext pod = application.pod();
        String field = field(pod, port);
        Optional<String> named = namedField(pod, port);
        Optional<Claim> nameTaken = named.flatMap(application::claimOn);
        if (nameTaken.isPresent() && application.claimOn(field).isEmpty()) {
            application.yieldTo(nameTaken.get(), named.get());
        } else if (application.element(field, pod.sparkContainer().member("ports"), ListKey.PORT, port)) {
            named.ifPresent(application::claim);
        }
    }

    private static Optional<String> namedField(PodContext pod, ObjectNode port) {
        return Optional.ofNullable(port.get("name"))
                .filter(JsonNode::isTextual)
                .map(name -> pod.sparkContainerPath() + ".ports[" + name.asText() + "]");
    }

    /** How reasons name a port of the Spark container. */
    static String field(PodContext pod, ObjectNode port) {
        return pod.sparkContainerPath() + ".ports[" + port.path("containerPort").asText() + "/"
                + port.path("protocol").asText("TCP") + "]";
    }
}
