package io.sparkusher.policies.properties;

import static io.sparkusher.policies.properties.Words.number;
import static io.sparkusher.policies.properties.Words.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** What goes into Spark's JVMs. */
final class JvmArbitraries {
    private JvmArbitraries() {}

    static Arbitrary<ArrayNode> sparkConf() {
        Arbitrary<ObjectNode> property = new ObjectShape()
                .always(
                        "name",
                        text("spark.eventLog.enabled", "spark.sql.shuffle.partitions", "spark.ui.prometheus.enabled"))
                .always("value", text("true", "false", "", "a \"b\" \\ c"))
                .build();
        return ObjectShape.list(property, 2, "name");
    }

    static Arbitrary<ObjectNode> agent() {
        Arbitrary<ObjectNode> configMap = new ObjectShape()
                .always("name", text("jmx.config"))
                .always("key", text("config.yaml"))
                .build();
        Arbitrary<ObjectNode> agent = new ObjectShape()
                .always("image", text("registry.example.com/jmx-agent:1"))
                .sometimes(0.4, "port", number(8080, 9404))
                .sometimes(0.3, "configMap", configMap)
                .build();
        return new ObjectShape()
                .always("type", text("JmxAgent"))
                .always("jmxAgent", agent)
                .build();
    }

    static Arbitrary<ObjectNode> servlet() {
        return new ObjectShape().always("type", text("Servlet")).build();
    }

    /** Arguments of the image's entry point. */
    static Arbitrary<ArrayNode> arguments() {
        return Arbitraries.of(
                        List.of("driver"),
                        List.of("executor"),
                        List.of(
                                "driver",
                                "--conf",
                                "spark.eventLog.enabled=false",
                                "--class",
                                "Pi",
                                "local:///pi.jar",
                                "10"),
                        List.of(
                                "/usr/bin/tini",
                                "--",
                                "driver",
                                "--verbose",
                                "--conf=spark.eventLog.enabled=true",
                                "local:///pi.py"))
                .map(words -> {
                    ArrayNode arguments = JsonNodeFactory.instance.arrayNode();
                    words.forEach(arguments::add);
                    return arguments;
                });
    }

    /** Variables from which Spark's launchers take options of the JVM. */
    static Arbitrary<ArrayNode> options() {
        Arbitrary<ObjectNode> variable = new ObjectShape()
                .always("name", text("SPARK_SUBMIT_OPTS", "SPARK_JAVA_OPT_0", "SPARK_JAVA_OPT_2"))
                .always("value", text("-Xss1m", "-Dspark.eventLog.enabled=true", "-Dx='unclosed", ""))
                .build();
        return ObjectShape.list(variable, 2, "name");
    }
}
