package io.sparkusher.policies.properties;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** The values that pods and policies are generated of: few, so that policies meet each other and what the pod says. */
final class Words {
    private Words() {}

    static Arbitrary<JsonNode> text(String... values) {
        return Arbitraries.of(values).map(TextNode::valueOf);
    }

    static Arbitrary<JsonNode> number(int... values) {
        return Arbitraries.integers().between(0, values.length - 1).map(index -> IntNode.valueOf(values[index]));
    }

    static Arbitrary<JsonNode> truth() {
        return Arbitraries.of(true, false).map(BooleanNode::valueOf);
    }

    static Arbitrary<ObjectNode> emptyObject() {
        return Arbitraries.create(JsonNodeFactory.instance::objectNode);
    }

    static Arbitrary<ArrayNode> texts(int maximumSize, String... values) {
        return texts(0, maximumSize, values);
    }

    static Arbitrary<ArrayNode> texts(int minimumSize, int maximumSize, String... values) {
        return text(values)
                .list()
                .ofMinSize(minimumSize)
                .ofMaxSize(maximumSize)
                .map(elements -> JsonNodeFactory.instance.arrayNode().addAll(elements));
    }

    /** Any characters that JSON can carry in UTF-8. */
    static Arbitrary<JsonNode> anyText() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withCharRange('\u00a0', '\ud7ff')
                .withChars('\n', '\t', '\u0001')
                .ofMaxLength(12)
                .map(TextNode::valueOf);
    }

    /** A map of which each key has one of the values. */
    static Arbitrary<ObjectNode> map(double density, Arbitrary<? extends JsonNode> values, String... keys) {
        ObjectShape shape = new ObjectShape();
        for (String key : keys) {
            shape.sometimes(density, key, values);
        }
        return shape.build();
    }

    static Arbitrary<ObjectNode> labels() {
        return map(0.4, text("a", "b", ""), "tier", "team", "example.com/owner");
    }

    static Arbitrary<ObjectNode> annotations() {
        Arbitrary<JsonNode> values = Arbitraries.oneOf(
                text("1", "2", "${usher:namespace}/${usher:role}", "${usher:namespaceLabel/tier}"), anyText());
        return map(0.4, values, "note", "example.com/owner", "prometheus.io/scrape", "karpenter.sh/do-not-disrupt");
    }

    /** As people write memory; some of it the API server writes otherwise. */
    static Arbitrary<JsonNode> memory() {
        return text("1Gi", "1024Mi", "1073741824", "512Mi", "2Gi");
    }

    static Arbitrary<JsonNode> processors() {
        return Arbitraries.oneOf(text("1", "1000m", "500m", "0.5", "2"), number(1, 2));
    }
}
