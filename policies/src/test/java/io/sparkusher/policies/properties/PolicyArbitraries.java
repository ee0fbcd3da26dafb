package io.sparkusher.policies.properties;

import static io.sparkusher.policies.properties.Words.number;
import static io.sparkusher.policies.properties.Words.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Policies and node pools that are right in themselves, and often at odds with each other. */
final class PolicyArbitraries {
    private static final double FIELD_DENSITY = 0.2;

    private PolicyArbitraries() {}

    /** Up to four policies of every scope, band and mode. */
    static Arbitrary<List<ObjectNode>> policies() {
        return Arbitraries.oneOf(ofNamespace(), ofCluster())
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .uniqueElements(policy -> policy.path("metadata").path("name").asText());
    }

    /** The pools that policies choose from. */
    static Arbitrary<List<ObjectNode>> pools() {
        return Combinators.combine(
                        SectionField.POOLS.stream().map(PolicyArbitraries::pool).toList())
                .as(List::copyOf);
    }

    private static Arbitrary<ObjectNode> pool(String name) {
        Arbitrary<ObjectNode> spec = new ObjectShape()
                .always("requirements", SchedulingArbitraries.requirements())
                .sometimes(0.5, "tolerations", SchedulingArbitraries.tolerations())
                .build();
        return spec.map(content ->
                document("SparkNodePool", JsonNodeFactory.instance.objectNode().put("name", name), content));
    }

    private static Arbitrary<ObjectNode> ofNamespace() {
        Arbitrary<ObjectNode> metadata = metadata()
                .always("namespace", text("team-a", "team-a", "team-a", "team-b"))
                .build();
        return Combinators.combine(metadata, spec().build())
                .as((about, content) -> document("SparkPodPolicy", about, content));
    }

    private static Arbitrary<ObjectNode> ofCluster() {
        Arbitrary<ObjectNode> spec =
                spec().sometimes(0.3, "namespaceSelector", namespaceSelector()).build();
        return Combinators.combine(metadata().build(), spec)
                .as((about, content) -> document("ClusterSparkPodPolicy", about, content));
    }

    private static ObjectShape metadata() {
        return new ObjectShape()
                .always("name", text("alpha", "beta", "gamma", "delta", "epsilon", "zeta"))
                .sometimes(0.3, "generation", number(1, 7));
    }

    private static ObjectNode document(String kind, ObjectNode metadata, ObjectNode spec) {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("apiVersion", "spark-usher.io/v1alpha1")
                .put("kind", kind);
        document.set("metadata", metadata);
        document.set("spec", OwnMatch.kept(spec));
        return document;
    }

    private static Arbitrary<ObjectNode> namespaceSelector() {
        return Arbitraries.oneOf(
                new ObjectShape()
                        .always("matchLabels", Words.map(0.5, text("a", "b"), "tier", "team"))
                        .build(),
                SchedulingArbitraries.labelSelector());
    }

    private static ObjectShape spec() {
        return new ObjectShape()
                .sometimes(0.7, "band", text("Required", "Default"))
                .sometimes(0.5, "precedence", number(0, 0, 5, -5))
                .sometimes(0.2, "mode", text("Audit", "Enforce"))
                .sometimes(0.3, "onError", text("Deny", "Skip"))
                .sometimes(0.3, "match", match())
                .sometimes(0.5, "common", section("common"))
                .sometimes(0.5, "driver", section("driver"))
                .always("executor", section("executor"));
    }

    private static Arbitrary<ObjectNode> match() {
        Arbitrary<ObjectNode> versions = new ObjectShape()
                .sometimes(0.6, "min", text("3.2", "3.5.5"))
                .sometimes(0.6, "below", text("4", "5"))
                .build();
        return new ObjectShape()
                .sometimes(0.3, "appNames", Words.texts(2, "etl-*", "adhoc", "?dhoc", "*"))
                .sometimes(0.3, "sparkVersion", versions)
                .sometimes(0.2, "images", Words.texts(2, "spark:*", "registry.example.com/*"))
                .sometimes(0.5, "podSelector", SchedulingArbitraries.labelSelector())
                .build();
    }

    private static Arbitrary<ObjectNode> section(String name) {
        ObjectShape shape = new ObjectShape();
        for (SectionField field : SectionField.ALL) {
            if (field.sections().contains(name)) {
                shape.sometimes(FIELD_DENSITY, field.name(), values(field, name));
            }
        }
        return shape.build().map(Doubles::removed);
    }

    private static Arbitrary<JsonNode> values(SectionField field, String section) {
        List<Arbitrary<JsonNode>> values = new ArrayList<>();
        values.add(field.values().map(value -> value));
        SectionField.OF_ONE_ROLE.stream()
                .filter(other ->
                        other.name().equals(field.name()) && other.sections().contains(section))
                .forEach(other -> values.add(other.values().map(value -> value)));
        return Arbitraries.oneOf(values);
    }
}
