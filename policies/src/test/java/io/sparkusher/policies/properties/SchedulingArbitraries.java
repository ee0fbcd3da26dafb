package io.sparkusher.policies.properties;

import static io.sparkusher.policies.properties.Words.number;
import static io.sparkusher.policies.properties.Words.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** What decides where a pod may run. */
final class SchedulingArbitraries {
    /** Labels of nodes: the first three are what pools may be made of. */
    private static final String[] NODE_LABELS = {"pool", "capacity", "generation", "disk"};

    private SchedulingArbitraries() {}

    static Arbitrary<ObjectNode> nodeSelector() {
        return Words.map(0.3, text("a", "b"), NODE_LABELS);
    }

    static Arbitrary<ArrayNode> requirements() {
        return ObjectShape.list(expression("pool", "capacity", "generation"), 2, "key");
    }

    static Arbitrary<ArrayNode> tolerations() {
        return ObjectShape.list(toleration(), 2, "key", "operator", "value", "effect");
    }

    static Arbitrary<ArrayNode> spreadConstraints() {
        Arbitrary<ObjectNode> constraint = new ObjectShape()
                .always("maxSkew", number(1, 2))
                .always("topologyKey", text("topology.kubernetes.io/zone", "kubernetes.io/hostname"))
                .always("whenUnsatisfiable", text("DoNotSchedule", "ScheduleAnyway"))
                .sometimes(0.5, "labelSelector", labelSelector())
                .build();
        return ObjectShape.list(constraint, 2, "topologyKey", "whenUnsatisfiable");
    }

    static Arbitrary<ObjectNode> placement() {
        return new ObjectShape()
                .sometimes(0.6, "spread", rule("Node"))
                .sometimes(0.6, "together", rule("Zone"))
                .build();
    }

    private static Arbitrary<ObjectNode> rule(String over) {
        return new ObjectShape()
                .always("over", text(over))
                .sometimes(0.5, "strength", text("Preferred", "Required"))
                .build();
    }

    /** A pod's own affinity: terms that name labels of pools or do not, and empty ones. */
    static Arbitrary<ObjectNode> affinity() {
        return affinity(nodeAffinity(
                new ObjectShape()
                        .sometimes(0.8, "matchExpressions", expressions(0))
                        .sometimes(0.1, "matchFields", ObjectShape.list(nodeName(), 1))
                        .build(),
                0));
    }

    /** As policies may have it: every term fits some node. */
    static Arbitrary<ObjectNode> affinityOfPolicies() {
        return affinity(nodeAffinity(
                new ObjectShape().always("matchExpressions", expressions(1)).build(), 1));
    }

    private static Arbitrary<ObjectNode> affinity(Arbitrary<ObjectNode> nodeAffinity) {
        return new ObjectShape()
                .sometimes(0.7, "nodeAffinity", nodeAffinity)
                .sometimes(0.3, "podAffinity", podAffinity())
                .sometimes(0.3, "podAntiAffinity", podAffinity())
                .build();
    }

    private static Arbitrary<ObjectNode> nodeAffinity(Arbitrary<ObjectNode> term, int minimumTerms) {
        Arbitrary<ObjectNode> required = new ObjectShape()
                .always("nodeSelectorTerms", listOf(term, minimumTerms, 3))
                .build();
        Arbitrary<ObjectNode> preferred = new ObjectShape()
                .always("weight", number(1, 100))
                .always("preference", term)
                .build();
        return new ObjectShape()
                .sometimes(0.7, "requiredDuringSchedulingIgnoredDuringExecution", required)
                .sometimes(0.3, "preferredDuringSchedulingIgnoredDuringExecution", listOf(preferred, 2))
                .build();
    }

    private static Arbitrary<ArrayNode> expressions(int minimumSize) {
        return listOf(expression(NODE_LABELS), minimumSize, 2);
    }

    private static Arbitrary<ObjectNode> nodeName() {
        return new ObjectShape()
                .always("key", text("metadata.name"))
                .always("operator", text("In"))
                .always("values", listOf(text("node-1"), 1, 1))
                .build();
    }

    private static Arbitrary<ObjectNode> podAffinity() {
        Arbitrary<ObjectNode> term = new ObjectShape()
                .always("topologyKey", text("topology.kubernetes.io/zone", "kubernetes.io/hostname"))
                .sometimes(0.7, "labelSelector", labelSelector())
                .build();
        Arbitrary<ObjectNode> preferred = new ObjectShape()
                .always("weight", number(1, 100))
                .always("podAffinityTerm", term)
                .build();
        return new ObjectShape()
                .sometimes(0.4, "requiredDuringSchedulingIgnoredDuringExecution", listOf(term, 2))
                .sometimes(0.4, "preferredDuringSchedulingIgnoredDuringExecution", listOf(preferred, 2))
                .build();
    }

    static Arbitrary<ObjectNode> labelSelector() {
        return new ObjectShape()
                .sometimes(0.6, "matchLabels", Words.map(0.4, text("a", "b"), "tier", "team"))
                .sometimes(0.4, "matchExpressions", listOf(labelExpression(), 2))
                .build();
    }

    private static Arbitrary<ObjectNode> labelExpression() {
        return Arbitraries.oneOf(
                comparing(text("In", "NotIn"), listOf(text("a", "b"), 1, 2), "tier", "team"), bare("tier", "team"));
    }

    private static Arbitrary<ObjectNode> expression(String... keys) {
        return Arbitraries.oneOf(
                comparing(text("In", "NotIn"), listOf(text("a", "b", "5"), 1, 2), keys),
                comparing(text("Gt", "Lt"), listOf(text("3", "7"), 1, 1), keys),
                bare(keys));
    }

    private static Arbitrary<ObjectNode> comparing(
            Arbitrary<JsonNode> operator, Arbitrary<ArrayNode> values, String... keys) {
        return new ObjectShape()
                .always("key", text(keys))
                .always("operator", operator)
                .always("values", values)
                .build();
    }

    private static Arbitrary<ObjectNode> bare(String... keys) {
        return new ObjectShape()
                .always("key", text(keys))
                .always("operator", text("Exists", "DoesNotExist"))
                .build();
    }

    private static Arbitrary<ObjectNode> toleration() {
        Arbitrary<ObjectNode> equal = new ObjectShape()
                .always("key", text("spot", "gpu"))
                .sometimes(0.5, "operator", text("Equal"))
                .sometimes(0.7, "value", text("true", ""))
                .sometimes(0.7, "effect", text("NoSchedule", ""))
                .build();
        Arbitrary<ObjectNode> exists = new ObjectShape()
                .sometimes(0.8, "key", text("spot", "node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable"))
                .always("operator", text("Exists"))
                .always("effect", text("NoExecute"))
                .sometimes(0.5, "tolerationSeconds", number(0, 60, 300))
                .build();
        return Arbitraries.oneOf(equal, exists);
    }

    private static Arbitrary<ArrayNode> listOf(Arbitrary<? extends JsonNode> element, int maximumSize) {
        return listOf(element, 0, maximumSize);
    }

    private static Arbitrary<ArrayNode> listOf(
            Arbitrary<? extends JsonNode> element, int minimumSize, int maximumSize) {
        return element.list()
                .ofMinSize(minimumSize)
                .ofMaxSize(maximumSize)
                .map(elements -> JsonNodeFactory.instance.arrayNode().addAll(elements));
    }
}
