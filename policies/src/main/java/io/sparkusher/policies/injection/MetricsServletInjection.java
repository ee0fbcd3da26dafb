package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.SparkProperty;
import io.sparkusher.policies.pod.Role;
import java.util.List;

/**
 * Has a driver's web interface answer Prometheus, for its executors as well, and declares its port under the name that
 * Spark gives it where nobody did. Does nothing for executors, nor what {@link SparkConfInjection} does not; a pod
 * refuses it as it refuses properties.
 */
public record MetricsServletInjection() implements Injection {
    /** SparkUI's, where spark.ui.port does not say otherwise. */
    private static final int PORT = 4040;

    private static final String PORT_NAME = "spark-ui";
    private static final String SINK = "spark.metrics.conf.driver.sink.prometheusServlet.";

    private static final SparkConfInjection PROPERTIES = new SparkConfInjection(List.of(
            new SparkProperty("spark.ui.prometheus.enabled", "true"),
            new SparkProperty(SINK + "class", "org.apache.spark.metrics.sink.PrometheusServlet"),
            new SparkProperty(SINK + "path", "/metrics/prometheus")));

    @Override
    public void applyTo(PolicyApplication application) {
        if (application.pod().role() == Role.Executor) {
            application.passOver("metrics of the type Servlet has nothing to do: an executor's figures are on its"
                    + " driver's /metrics/executors/prometheus");
            return;
        }
        if (application.mayClaim(JmxAgentInjection.FIELD)) {
            PROPERTIES.applyTo(application);
            declarePort(application);
            application.claim(JmxAgentInjection.FIELD);
        }
    }

    private static void declarePort(PolicyApplication application) {
        PodContext pod = application.pod();
        var ports = pod.sparkContainer().member("ports");
        ObjectNode wanted = JsonNodeFactory.instance
                .objectNode()
                .put("name", PORT_NAME)
                .put("containerPort", PORT)
                .put("protocol", "TCP");
        var port = new ListElement(pod.sparkContainerPath() + ".ports[" + PORT_NAME + "]", ports, ListKey.NAME, wanted);
        boolean declared = port.exists() || ports.value().valueStream().anyMatch(MetricsServletInjection::isInterface);
        if (port.holds() || !declared) {
            application.settle(port.field(), port.field(), wanted, port.holds(), true, port::write);
            application.claim(PortsInjection.field(pod, wanted));
        }
    }

    private static boolean isInterface(JsonNode port) {
        return port.path("containerPort").asInt() == PORT;
    }
}
