package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.Metrics.JmxAgent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Starts Prometheus' JMX exporter in the JVM of Spark, and declares its port under one name for drivers and executors. It
 * goes by the variables that only Spark reads, as a second JVM in the container, started with the same options, would
 * die of the port that is taken. Does nothing in a Default policy where the pod uses the port, or its node's
 * ports, or has such an agent; a pod refuses a Required one there. Applied whole or not at all.
 *
 * @param imageVolumes whether the cluster can mount images
 */
public record JmxAgentInjection(JmxAgent agent, boolean imageVolumes) implements Injection {
    static final String FIELD = "metrics";
    private static final String PORT_NAME = "metrics";

    @Override
    public void applyTo(PolicyApplication application) {
        PodContext pod = application.pod();
        AgentFiles files = new AgentFiles(agent, imageVolumes);
        List<ListElement> elements = new ArrayList<>(files.elements(pod));
        elements.add(port(pod));
        JvmOptions options = JvmOptions.of(pod);
        String option = "-javaagent:" + files.jar() + "=" + agent.port() + ":" + files.config();
        boolean started = options.options().contains(option);
        if (!started && pod.claims().on(FIELD).isEmpty()) {
            Optional<String> obstacle = obstacle(pod, elements);
            if (obstacle.isPresent()) {
                keepOut(application, obstacle.get());
                return;
            }
        }
        boolean holds = started && elements.stream().allMatch(ListElement::holds);
        boolean set = application.settle(FIELD, FIELD + " on port " + agent.port(), agent, holds, true, () -> {
            elements.forEach(ListElement::write);
            if (!started) {
                options.append(option);
            }
        });
        if (set) {
            elements.forEach(element -> application.claim(element.field()));
            application.claim(PortsInjection.field(pod, port(pod).wanted()));
            application.claim(options.fieldOf(option));
        }
    }

    private void keepOut(PolicyApplication application, String obstacle) {
        if (application.isRequired()) {
            application.claim(FIELD);
            throw new CannotApplyException(obstacle + " is in the way of " + FIELD + " on port " + agent.port()
                    + ": remove it from the pod, or change the policy's metrics");
        }
        application.keepOut(
                "The pod itself says " + obstacle + ", which is in the way of " + FIELD + " on port " + agent.port());
    }

    /** What of the pod's own is where the agent would be. */
    private Optional<String> obstacle(PodContext pod, List<ListElement> elements) {
        return Stream.of(
                        hostNetwork(pod),
                        samePort(pod, "containers"),
                        samePort(pod, "initContainers"),
                        otherAgent(pod),
                        elements.stream()
                                .filter(element -> element.exists() && !element.holds())
                                .map(ListElement::field)
                                .findFirst())
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The pods of a node share its ports, and the next pod's JVM would die of that. */
    private static Optional<String> hostNetwork(PodContext pod) {
        String member = "hostNetwork";
        return pod.spec().member(member).value().asBoolean() ? Optional.of("spec." + member) : Optional.empty();
    }

    /** All containers of a pod share its ports; init containers listen to some if they are sidecars. */
    private Optional<String> samePort(PodContext pod, String list) {
        for (JsonNode container : pod.spec().member(list).value()) {
            for (JsonNode port : container.path("ports")) {
                if (port.path("containerPort").asInt() == agent.port()) {
                    return Optional.of(
                            "spec." + list + "[" + container.path("name").asText() + "].ports[" + agent.port() + "]");
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> otherAgent(PodContext pod) {
        return pod.sparkContainer()
                .member("env")
                .value()
                .valueStream()
                .filter(variable -> isAgent(variable.path("value").asText()))
                .map(variable -> pod.sparkContainerPath() + ".env["
                        + variable.path("name").asText() + "]")
                .findFirst();
    }

    private static boolean isAgent(String options) {
        return options.contains("-javaagent:") && options.contains("jmx_prometheus_javaagent");
    }

    private ListElement port(PodContext pod) {
        ObjectNode port = JsonNodeFactory.instance
                .objectNode()
                .put("name", PORT_NAME)
                .put("containerPort", agent.port())
                .put("protocol", "TCP");
        return new ListElement(
                pod.sparkContainerPath() + ".ports[" + PORT_NAME + "]",
                pod.sparkContainer().member("ports"),
                ListKey.NAME,
                port);
    }
}
