package io.sparkusher.policies.properties;

import static io.sparkusher.policies.properties.Licence.elements;
import static io.sparkusher.policies.properties.Licence.elementsNamedBy;
import static io.sparkusher.policies.properties.Licence.entries;
import static io.sparkusher.policies.properties.Licence.value;
import static io.sparkusher.policies.properties.Words.number;
import static io.sparkusher.policies.properties.Words.text;
import static io.sparkusher.policies.properties.Words.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * A field of a policy's section: what it may say, and what of the pod's own it may overrule where the policy wins.
 *
 * @param sections where it may stand
 */
record SectionField(String name, Set<String> sections, Arbitrary<? extends JsonNode> values, List<Licence> licences) {

    private static final Licence[] OF_HOST_NETWORK = {
        value("/spec/hostNetwork"),
        value("/spec/dnsPolicy"),
        value("/spec/containers/*/ports"),
        value("/spec/initContainers/*/ports")
    };

    /** All of them: a field that is not here is not tested. */
    static final List<SectionField> ALL = List.of(
            field("labels", Words.labels(), entries("/metadata/labels")),
            field("annotations", Words.annotations(), entries("/metadata/annotations")),
            field(
                    "configMaps",
                    VolumeArbitraries.configMaps(),
                    elements("/spec/containers/*/volumeMounts", "mountPath"),
                    elementsNamedBy("env", "/spec/containers/*/env"),
                    value("/spec/volumes")),
            field(
                    "secrets",
                    VolumeArbitraries.secrets(),
                    elements("/spec/containers/*/volumeMounts", "mountPath"),
                    elementsNamedBy("env", "/spec/containers/*/env"),
                    value("/spec/volumes")),
            field("volumes", VolumeArbitraries.volumes(), elements("/spec/volumes", "name")),
            field("volumeMounts", VolumeArbitraries.mounts(), elements("/spec/containers/*/volumeMounts", "mountPath")),
            field("localDirs", VolumeArbitraries.localDirs(), value("/spec/volumes")),
            field("env", ContainerArbitraries.environment(), elements("/spec/containers/*/env", "name")),
            new SectionField(
                    "sparkConf",
                    Set.of("driver"),
                    JvmArbitraries.sparkConf(),
                    List.of(value("/spec/containers/*/args"))),
            field("metrics", JvmArbitraries.agent()),
            field(
                    "envFrom",
                    PodFieldArbitraries.environmentSources(),
                    elements("/spec/containers/*/envFrom", "prefix", "configMapRef", "secretRef")),
            field(
                    "ports",
                    PodFieldArbitraries.ports(),
                    elements("/spec/containers/*/ports", "containerPort", "protocol")),
            field("resources", PodFieldArbitraries.resources(), value("/spec/containers/*/resources")),
            field("lifecycle", PodFieldArbitraries.lifecycle(), value("/spec/containers/*/lifecycle")),
            field(
                    "securityContext",
                    PodFieldArbitraries.securityContext(),
                    value("/spec/containers/*/securityContext")),
            field("podSecurityContext", PodFieldArbitraries.podSecurityContext(), value("/spec/securityContext")),
            field("affinity", SchedulingArbitraries.affinityOfPolicies()),
            field(
                    "imagePullSecrets",
                    PodFieldArbitraries.imagePullSecrets(),
                    elements("/spec/imagePullSecrets", "name")),
            field(
                    "priorityClassName",
                    text("batch", "urgent"),
                    value("/spec/priorityClassName"),
                    value("/spec/priority"),
                    value("/spec/preemptionPolicy")),
            field("runtimeClassName", text("kata"), value("/spec/runtimeClassName"), value("/spec/overhead")),
            field("hostNetwork", Arbitraries.just(BooleanNode.FALSE), OF_HOST_NETWORK),
            field("dnsConfig", PodFieldArbitraries.dnsConfig(), value("/spec/dnsConfig")),
            field("hostAliases", PodFieldArbitraries.hostAliases(), elements("/spec/hostAliases", "ip")),
            field("shareProcessNamespace", truth(), value("/spec/shareProcessNamespace")),
            field("initContainers", ContainerArbitraries.initContainers(), elements("/spec/initContainers", "name")),
            field("injectedContainers", PodFieldArbitraries.injectedContainers()),
            field("nodeSelector", SchedulingArbitraries.nodeSelector(), entries("/spec/nodeSelector")),
            field("nodePool", Arbitraries.oneOf(single(), fallback()), value("/spec/nodeSelector")),
            field(
                    "tolerations",
                    SchedulingArbitraries.tolerations(),
                    elements("/spec/tolerations", "key", "operator", "value", "effect")),
            ofExecutors("placement", SchedulingArbitraries.placement(), value("/spec/topologySpreadConstraints")),
            field(
                    "disruption",
                    text("Protect"),
                    value("/metadata/annotations/cluster-autoscaler.kubernetes.io~1safe-to-evict"),
                    value("/metadata/annotations/karpenter.sh~1do-not-disrupt")),
            field(
                    "topologySpreadConstraints",
                    SchedulingArbitraries.spreadConstraints(),
                    elements("/spec/topologySpreadConstraints", "topologyKey", "whenUnsatisfiable")),
            field(
                    "serviceAccount",
                    serviceAccount(),
                    value("/spec/serviceAccountName"),
                    value("/spec/serviceAccount"),
                    value("/spec/automountServiceAccountToken")),
            field("schedulerName", text("volcano", "yunikorn", "default-scheduler"), value("/spec/schedulerName")),
            field("dnsPolicy", text("Default", "ClusterFirst", "None"), value("/spec/dnsPolicy")),
            field("terminationGracePeriodSeconds", number(0, 30, 120), value("/spec/terminationGracePeriodSeconds")),
            field("enableServiceLinks", truth(), value("/spec/enableServiceLinks")),
            field("sidecars", ContainerArbitraries.sidecars(), elements("/spec/initContainers", "name")));

    /** What fields may say in the section of one role alone, instead. */
    static final List<SectionField> OF_ONE_ROLE = List.of(
            ofExecutors("nodePool", mix(), value("/spec/nodeSelector")),
            new SectionField("metrics", Set.of("driver"), JvmArbitraries.servlet(), List.of()),
            new SectionField("hostNetwork", Set.of("driver"), truth(), List.of(OF_HOST_NETWORK)));

    static final List<String> POOLS = List.of("on-demand", "spot", "gpu");

    private static SectionField field(String name, Arbitrary<? extends JsonNode> values, Licence... licences) {
        return new SectionField(name, Set.of("common", "driver", "executor"), values, List.of(licences));
    }

    private static SectionField ofExecutors(String name, Arbitrary<? extends JsonNode> values, Licence... licences) {
        return new SectionField(name, Set.of("executor"), values, List.of(licences));
    }

    private static Arbitrary<ObjectNode> serviceAccount() {
        return new ObjectShape()
                .always("name", text("spark-driver", "spark-executor", "default"))
                .sometimes(0.5, "automountToken", truth())
                .build();
    }

    private static Arbitrary<ObjectNode> single() {
        return new ObjectShape()
                .always("type", text("Single"))
                .always("single", new ObjectShape().always("pool", pool()).build())
                .build();
    }

    private static Arbitrary<ObjectNode> fallback() {
        Arbitrary<? extends JsonNode> pools = pool().list()
                .ofMinSize(2)
                .ofMaxSize(3)
                .uniqueElements()
                .map(names -> JsonNodeFactory.instance.arrayNode().addAll(names));
        return new ObjectShape()
                .always("type", text("Fallback"))
                .always("fallback", new ObjectShape().always("pools", pools).build())
                .build();
    }

    private static Arbitrary<ObjectNode> mix() {
        Arbitrary<ObjectNode> share = new ObjectShape()
                .always("pool", pool())
                .always("weight", number(1, 20, 80))
                .build();
        Arbitrary<ObjectNode> first = new ObjectShape()
                .always("pool", pool())
                .always("count", number(1, 2))
                .build();
        Arbitrary<ObjectNode> mix = new ObjectShape()
                .sometimes(0.5, "firstExecutors", first)
                .always("shares", ObjectShape.list(share, 3, "pool").filter(shares -> !shares.isEmpty()))
                .build();
        return new ObjectShape().always("type", text("Mix")).always("mix", mix).build();
    }

    private static Arbitrary<JsonNode> pool() {
        return Arbitraries.lazy(() -> text(POOLS.toArray(String[]::new)));
    }
}
