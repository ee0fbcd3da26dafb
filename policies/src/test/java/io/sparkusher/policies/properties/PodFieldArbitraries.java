package io.sparkusher.policies.properties;

import static io.sparkusher.policies.properties.Words.number;
import static io.sparkusher.policies.properties.Words.text;
import static io.sparkusher.policies.properties.Words.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Fields of a pod or its containers that stand by themselves. */
final class PodFieldArbitraries {
    private PodFieldArbitraries() {}

    static Arbitrary<ArrayNode> environmentSources() {
        ObjectShape reference =
                new ObjectShape().always("name", text("settings", "keys")).sometimes(0.3, "optional", truth());
        Arbitrary<ObjectNode> source = Arbitraries.oneOf(
                new ObjectShape()
                        .sometimes(0.3, "prefix", text("P_", ""))
                        .always("configMapRef", reference.build())
                        .build(),
                new ObjectShape().always("secretRef", reference.build()).build());
        return source.list()
                .ofMaxSize(2)
                .uniqueElements(PodFieldArbitraries::sourceKey)
                .map(sources -> JsonNodeFactory.instance.arrayNode().addAll(sources));
    }

    private static String sourceKey(JsonNode source) {
        return source.path("prefix").asText()
                + source.path("configMapRef").path("name").asText() + "/"
                + source.path("secretRef").path("name").asText();
    }

    static Arbitrary<ArrayNode> ports() {
        Arbitrary<ObjectNode> port = Arbitraries.oneOf(port("http", 8080), port("metrics", 9404), port("admin", 9999));
        return ObjectShape.list(port, 2, "name");
    }

    private static Arbitrary<ObjectNode> port(String name, int number) {
        return new ObjectShape()
                .always("name", text(name))
                .always("containerPort", number(number))
                .sometimes(0.3, "protocol", text("TCP"))
                .build();
    }

    /** Requests of at most the limits. */
    static Arbitrary<ObjectNode> resources() {
        Arbitrary<ObjectNode> requests = new ObjectShape()
                .sometimes(0.5, "memory", text("512Mi", "0.5Gi", "256Mi"))
                .sometimes(0.5, "cpu", text("500m", "0.5", "100m"))
                .build();
        Arbitrary<ObjectNode> limits = new ObjectShape()
                .sometimes(0.5, "memory", Words.memory())
                .sometimes(0.5, "cpu", Words.processors())
                .sometimes(0.2, "nvidia.com/gpu", number(1, 2))
                .build();
        return new ObjectShape()
                .sometimes(0.7, "requests", requests)
                .sometimes(0.7, "limits", limits)
                .build();
    }

    static Arbitrary<ObjectNode> lifecycle() {
        Arbitrary<ObjectNode> command = new ObjectShape()
                .always(
                        "exec",
                        new ObjectShape()
                                .always("command", Words.texts(1, 2, "sleep", "5"))
                                .build())
                .build();
        Arbitrary<ObjectNode> call = new ObjectShape()
                .always(
                        "httpGet",
                        new ObjectShape().always("port", number(8080)).build())
                .build();
        return new ObjectShape()
                .sometimes(0.5, "postStart", command)
                .sometimes(0.5, "preStop", Arbitraries.oneOf(command, call))
                .build();
    }

    /** Those that do not contradict themselves. */
    static Arbitrary<ObjectNode> securityContext() {
        return Arbitraries.oneOf(
                new ObjectShape().sometimes(0.5, "runAsNonRoot", truth()).build(),
                new ObjectShape().sometimes(0.5, "runAsUser", number(0, 185)).build(),
                new ObjectShape()
                        .always("runAsNonRoot", truth())
                        .always("runAsUser", number(185, 1000))
                        .sometimes(
                                0.3,
                                "seccompProfile",
                                new ObjectShape()
                                        .always("type", text("RuntimeDefault"))
                                        .build())
                        .build());
    }

    static Arbitrary<ObjectNode> podSecurityContext() {
        return new ObjectShape()
                .sometimes(0.5, "fsGroup", number(185, 0))
                .sometimes(0.3, "supplementalGroups", Arbitraries.of(1, 2).map(size -> {
                    ArrayNode groups = JsonNodeFactory.instance.arrayNode();
                    return size == 1 ? groups.add(7) : groups.add(7).add(8);
                }))
                .build();
    }

    static Arbitrary<ArrayNode> imagePullSecrets() {
        return ObjectShape.list(
                new ObjectShape().always("name", text("registry", "mirror")).build(), 2, "name");
    }

    static Arbitrary<ObjectNode> dnsConfig() {
        Arbitrary<ObjectNode> option = new ObjectShape()
                .always("name", text("ndots", "edns0"))
                .sometimes(0.7, "value", text("1", "5"))
                .build();
        return new ObjectShape()
                .sometimes(0.5, "nameservers", Words.texts(2, "10.0.0.1", "fd00::1"))
                .sometimes(0.4, "searches", Words.texts(2, "example.com", "corp.example.com"))
                .sometimes(0.5, "options", ObjectShape.list(option, 2, "name"))
                .build();
    }

    static Arbitrary<ArrayNode> hostAliases() {
        Arbitrary<ObjectNode> alias = new ObjectShape()
                .always("ip", text("10.0.0.7", "10.0.0.8"))
                .always("hostnames", Words.texts(2, "metastore", "kdc.example.com"))
                .build();
        return ObjectShape.list(alias, 2, "ip");
    }

    static Arbitrary<ObjectNode> injectedContainers() {
        return new ObjectShape()
                .sometimes(0.6, "position", text("Before", "After"))
                .sometimes(0.6, "automountToken", truth())
                .build();
    }
}
