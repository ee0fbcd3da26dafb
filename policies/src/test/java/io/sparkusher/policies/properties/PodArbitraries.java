package io.sparkusher.policies.properties;

import static io.sparkusher.policies.properties.Words.number;
import static io.sparkusher.policies.properties.Words.text;
import static io.sparkusher.policies.properties.Words.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Pods as an API server sends them to a webhook, or as people write them. */
final class PodArbitraries {
    private static final Arbitrary<PodKind> OF_SPARK =
            Arbitraries.of(PodKind.Driver, PodKind.Executor, PodKind.StatefulSetExecutor, PodKind.Notebook);

    private PodArbitraries() {}

    /** Drivers, executors, notebooks. */
    static Arbitrary<ObjectNode> ofSpark() {
        return pods(OF_SPARK);
    }

    static Arbitrary<ObjectNode> notOfSpark() {
        return pods(Arbitraries.of(PodKind.NotSpark));
    }

    /** Those of Spark as people write them, with nothing about them that an API server is sure to refuse. */
    static Arbitrary<ObjectNode> written() {
        return written(OF_SPARK).map(pod -> {
            ((ObjectNode) pod.path("metadata")).put("name", "pi");
            return pod;
        });
    }

    private static Arbitrary<ObjectNode> written(Arbitrary<PodKind> kinds) {
        return new ObjectShape()
                .always("metadata", metadata(kinds))
                .always("spec", spec())
                .build()
                .map(PodArbitraries::withVolumesOfItsMounts);
    }

    private static Arbitrary<ObjectNode> pods(Arbitrary<PodKind> kinds) {
        return Combinators.combine(
                        written(kinds),
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(3, Arbitraries.just(true)),
                                net.jqwik.api.Tuple.of(1, Arbitraries.just(false))),
                        Arbitraries.of(Oddity.class).set().ofMaxSize(3))
                .as((pod, arrives, oddities) -> {
                    if (arrives) {
                        ApiServer.fillIn(pod);
                    }
                    oddities.stream().sorted().forEach(oddity -> oddity.applyTo(pod));
                    return pod;
                });
    }

    private static Arbitrary<ObjectNode> metadata(Arbitrary<PodKind> kinds) {
        Arbitrary<ObjectNode> labels = Combinators.combine(kinds.flatMap(PodKind::labels), Words.labels())
                .as((marks, others) -> others.setAll(marks));
        return new ObjectShape()
                .sometimes(0.5, "name", text("pi-driver", "pi-exec-1"))
                .sometimes(0.3, "generateName", text("pi-"))
                .sometimes(0.5, "namespace", text("team-a", ""))
                .always("labels", labels)
                .sometimes(0.5, "annotations", Words.annotations())
                .build();
    }

    private static Arbitrary<ObjectNode> spec() {
        return new ObjectShape()
                .sometimes(0.6, "volumes", VolumeArbitraries.volumesOfPods())
                .sometimes(0.3, "initContainers", ContainerArbitraries.others())
                .always("containers", containers())
                .sometimes(0.3, "nodeSelector", SchedulingArbitraries.nodeSelector())
                .sometimes(0.4, "affinity", SchedulingArbitraries.affinity())
                .sometimes(0.4, "tolerations", SchedulingArbitraries.tolerations())
                .sometimes(0.3, "topologySpreadConstraints", SchedulingArbitraries.spreadConstraints())
                .sometimes(0.5, "serviceAccountName", text("default", "spark", "spark-driver"))
                .sometimes(0.2, "automountServiceAccountToken", truth())
                .sometimes(0.3, "schedulerName", text("volcano", "yunikorn", "default-scheduler"))
                .sometimes(0.2, "dnsPolicy", text("Default", "ClusterFirst"))
                .sometimes(0.2, "terminationGracePeriodSeconds", number(0, 30, 60))
                .sometimes(0.2, "enableServiceLinks", truth())
                .sometimes(0.2, "priorityClassName", text("batch"))
                .sometimes(0.2, "hostNetwork", truth())
                .sometimes(0.2, "dnsConfig", PodFieldArbitraries.dnsConfig())
                .sometimes(0.2, "hostAliases", PodFieldArbitraries.hostAliases())
                .sometimes(0.2, "imagePullSecrets", PodFieldArbitraries.imagePullSecrets())
                .sometimes(0.2, "securityContext", PodFieldArbitraries.podSecurityContext())
                .sometimes(0.1, "runtimeClassName", text("gvisor"))
                .sometimes(0.1, "shareProcessNamespace", truth())
                .sometimes(0.2, "restartPolicy", text("Never", "Always"))
                .build();
    }

    private static Arbitrary<ArrayNode> containers() {
        Arbitrary<Boolean> first = Arbitraries.of(true, false);
        return Combinators.combine(sparkContainer(), ContainerArbitraries.many(), first)
                .as((spark, others, isFirst) -> {
                    ArrayNode containers = JsonNodeFactory.instance.arrayNode().addAll(others);
                    return isFirst ? containers.insert(0, spark) : containers.add(spark);
                });
    }

    private static Arbitrary<ObjectNode> sparkContainer() {
        Arbitrary<ObjectNode> marks = new ObjectShape()
                .always("name", text("spark-kubernetes-driver", "spark-kubernetes-executor", "main"))
                .sometimes(0.6, "args", JvmArbitraries.arguments())
                .build();
        return Combinators.combine(
                        marks,
                        ContainerArbitraries.sparkBody(),
                        JvmArbitraries.options().optional(0.3),
                        Arbitraries.of(true, false))
                .as((mark, body, options, hasEnvironment) -> {
                    body.setAll(mark);
                    options.ifPresent(body.withArrayProperty("env")::addAll);
                    if (hasEnvironment) {
                        body.withArrayProperty("env")
                                .addObject()
                                .put("name", "SPARK_APPLICATION_ID")
                                .put("value", "spark-1");
                    }
                    return body;
                });
    }

    /** A pod that mounts only what it has. */
    private static ObjectNode withVolumesOfItsMounts(ObjectNode pod) {
        ObjectNode spec = (ObjectNode) pod.path("spec");
        Set<String> volumes = new HashSet<>();
        spec.path("volumes").forEach(volume -> volumes.add(volume.path("name").asText()));
        for (JsonNode mount : spec.path("containers").findValues("volumeMounts")) {
            for (JsonNode mounted : mount) {
                String name = mounted.path("name").asText();
                if (volumes.add(name)) {
                    spec.withArrayProperty("volumes")
                            .addObject()
                            .put("name", name)
                            .putObject("emptyDir");
                }
            }
        }
        return pod;
    }
}
