package io.sparkusher.policies.api;

import org.jspecify.annotations.Nullable;

/** How the figures of a JVM come to be read by Prometheus. */
public record Metrics(
        @Required @Description("Which way: JmxAgent or Servlet.")
        Type type,

        @Description("With type JmxAgent: the agent.") @Nullable
        JmxAgent jmxAgent) {
    /** The ways. */
    public enum Type {
        @Description("Prometheus' JMX exporter in the JVM, on a port that is named metrics on drivers and executors. By"
                + " itself it has the JVM's figures: memory, garbage collection, threads, classes. Spark's own are among"
                + " them once Spark shows them by JMX, on executors as well, by the sparkConf of spec.driver"
                + " {name: spark.metrics.conf.*.sink.jmx.class, value: org.apache.spark.metrics.sink.JmxSink}.")
        JmxAgent,
        @Description("Spark's own endpoints on the driver's web interface, whose port is named spark-ui:"
                + " /metrics/prometheus, and /metrics/executors/prometheus for its executors.")
        Servlet
    }

    /** Prometheus' JMX exporter. */
    public record JmxAgent(
            @Required
            @Description("The image that holds the agent. It is mounted as a volume; on clusters before Kubernetes"
                    + " 1.36 it runs as an init container, for which it needs the command cp.")
            String image,

            @Description("The port that the agent listens on, 8090 where absent.")
            Integer port,

            @Description("The agent's jar in the image, /jmx_prometheus_javaagent.jar where absent.")
            String jarPath,

            @Description("The agent's configuration in the image, /config.yaml where absent.")
            String configPath,

            @Description("The agent's configuration in a config map of the pod's namespace instead.") @Nullable
            ConfigMapKey configMap) {
        private static final int DEFAULT_PORT = 8090;

        public JmxAgent {
            port = port == null ? DEFAULT_PORT : port;
            jarPath = jarPath == null ? "/jmx_prometheus_javaagent.jar" : jarPath;
            configPath = configPath == null ? "/config.yaml" : configPath;
        }
    }

    /** A key of a config map. */
    public record ConfigMapKey(
            @Required @Description("The config map.") String name,
            @Required @Description("Its key.") String key) {}
}
