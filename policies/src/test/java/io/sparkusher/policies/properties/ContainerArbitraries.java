package io.sparkusher.policies.properties;

import static io.sparkusher.policies.properties.Words.number;
import static io.sparkusher.policies.properties.Words.text;
import static io.sparkusher.policies.properties.Words.truth;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Containers and what is in them. */
final class ContainerArbitraries {
    private static final String[] VARIABLES = {"COLOUR", "HADOOP_CONF_DIR", "SPARK_CONF_DIR", "lower.case-name"};
    private static final String[] SIDECARS = {"log-shipper", "mesh", "proxy"};

    private ContainerArbitraries() {}

    static Arbitrary<ArrayNode> environment() {
        return ObjectShape.list(variable(), 3, "name");
    }

    /** Containers with an image, as policies add them. */
    static Arbitrary<ArrayNode> sidecars() {
        return ObjectShape.list(
                body().always("name", text(SIDECARS))
                        .sometimes(0.3, "volumeMounts", VolumeArbitraries.sidecarMounts())
                        .sometimes(0.1, "restartPolicy", text("Always"))
                        .sometimes(0.1, "readinessProbe", probe())
                        .build(),
                2,
                "name");
    }

    /** Containers that end before Spark's starts, as policies add them. */
    static Arbitrary<ArrayNode> initContainers() {
        return ObjectShape.list(
                body().always("name", text("setup", "fetch"))
                        .sometimes(0.3, "volumeMounts", VolumeArbitraries.sidecarMounts())
                        .build(),
                2,
                "name");
    }

    /** Containers of a pod's author, beside Spark's. */
    static Arbitrary<ArrayNode> others() {
        return ObjectShape.list(body().always("name", text(SIDECARS)).build(), 2, "name");
    }

    /** What the container that runs Spark has besides its name and what marks it. */
    static Arbitrary<ObjectNode> sparkBody() {
        return body().sometimes(0.4, "volumeMounts", VolumeArbitraries.mounts())
                .sometimes(0.3, "envFrom", PodFieldArbitraries.environmentSources())
                .sometimes(0.2, "lifecycle", PodFieldArbitraries.lifecycle())
                .build();
    }

    private static ObjectShape body() {
        return new ObjectShape()
                .always("image", text("spark:4.1.1", "busybox", "registry.example.com/team/spark:3.5.5"))
                .sometimes(0.4, "env", environment())
                .sometimes(0.2, "ports", PodFieldArbitraries.ports())
                .sometimes(0.3, "resources", PodFieldArbitraries.resources())
                .sometimes(0.2, "args", Words.texts(2, "--verbose", "", "x y"))
                .sometimes(0.2, "securityContext", PodFieldArbitraries.securityContext())
                .sometimes(0.1, "workingDir", text("", "/tmp"));
    }

    private static Arbitrary<ObjectNode> variable() {
        Arbitrary<ObjectNode> plain = new ObjectShape()
                .always("name", text(VARIABLES))
                .sometimes(
                        0.9,
                        "value",
                        Arbitraries.oneOf(text("red", "blue", "", "$(COLOUR)", "${usher:appName}"), Words.anyText()))
                .sometimes(0.05, "fieldFromTheFuture", truth())
                .build();
        Arbitrary<ObjectNode> referring = new ObjectShape()
                .always("name", text(VARIABLES))
                .always("valueFrom", reference())
                .build();
        return Arbitraries.oneOf(plain, referring);
    }

    private static Arbitrary<ObjectNode> reference() {
        ObjectShape field = new ObjectShape().always("fieldPath", text("metadata.name", "status.podIP"));
        ObjectShape resource =
                new ObjectShape().always("resource", text("limits.memory")).sometimes(0.5, "divisor", text("1Mi", "0"));
        return Arbitraries.oneOf(
                new ObjectShape().always("fieldRef", field.build()).build(),
                new ObjectShape().always("resourceFieldRef", resource.build()).build());
    }

    private static Arbitrary<ObjectNode> probe() {
        Arbitrary<ObjectNode> get = new ObjectShape()
                .always("port", Arbitraries.oneOf(number(8080), text("http")))
                .sometimes(0.5, "path", text("/", "/healthz"))
                .build();
        return new ObjectShape()
                .always("httpGet", get)
                .sometimes(0.5, "initialDelaySeconds", number(0, 5))
                .build();
    }

    /** A list with so many variables more, each with a long value. */
    static ArrayNode enlarged(ArrayNode environment, int variables) {
        ArrayNode enlarged = JsonNodeFactory.instance.arrayNode().addAll(environment);
        for (int index = 0; index < variables; index++) {
            enlarged.addObject().put("name", "LARGE_" + index).put("value", "x".repeat(2000));
        }
        return enlarged;
    }

    /** A list with containers for each of many numbers. */
    static Arbitrary<ArrayNode> many() {
        return Combinators.combine(Arbitraries.of(0, 0, 0, 0, 0, 0, 0, 40), others())
                .as((count, others) -> {
                    ArrayNode many = JsonNodeFactory.instance.arrayNode().addAll(others);
                    for (int index = 0; index < count; index++) {
                        many.addObject().put("name", "many-" + index).put("image", "busybox");
                    }
                    return many;
                });
    }
}
