package io.sparkusher.policies.properties;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** A JSON object to be generated, described member by member. */
final class ObjectShape {
    private final List<String> names = new ArrayList<>();
    private final List<Arbitrary<Optional<JsonNode>>> values = new ArrayList<>();

    ObjectShape always(String name, Arbitrary<? extends JsonNode> value) {
        return member(name, value.map(Optional::of));
    }

    ObjectShape sometimes(double probability, String name, Arbitrary<? extends JsonNode> value) {
        return member(name, value.map(node -> (JsonNode) node).optional(probability));
    }

    private ObjectShape member(String name, Arbitrary<Optional<JsonNode>> value) {
        names.add(name);
        values.add(value);
        return this;
    }

    Arbitrary<ObjectNode> build() {
        List<String> members = List.copyOf(names);
        return Combinators.combine(List.copyOf(values)).as(present -> {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (int index = 0; index < members.size(); index++) {
                String member = members.get(index);
                present.get(index).ifPresent(value -> object.set(member, value));
            }
            return object;
        });
    }

    /** A list of up to so many objects of which no two have the same key. */
    static Arbitrary<ArrayNode> list(Arbitrary<? extends JsonNode> element, int maximumSize, String... key) {
        return element.list()
                .ofMaxSize(maximumSize)
                .uniqueElements(node -> {
                    List<String> values = new ArrayList<>();
                    for (String member : key) {
                        values.add(node.path(member).asText().replaceAll("(?<=.)/$", ""));
                    }
                    return values;
                })
                .map(elements -> JsonNodeFactory.instance.arrayNode().addAll(elements));
    }
}
