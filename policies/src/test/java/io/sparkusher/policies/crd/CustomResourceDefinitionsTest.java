package io.sparkusher.policies.crd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.golden.Documents;
import io.sparkusher.policies.golden.Golden;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The definitions that are made of the types: the files fail where they are stale. */
class CustomResourceDefinitionsTest {
    private static final Path MANIFESTS = Path.of("../manifests/crds");
    private static final int MAXIMUM_BYTES = 200_000;

    private static final String HEADER = """
            # Made from the types of policies/ by the tests; do not edit it. `./mvnw verify -Dgolden.update=true` writes it anew.
            """;

    @ParameterizedTest
    @EnumSource
    void theFilesSayWhatTheTypesSay(Kind kind) {
        Definition definition = new Definition(kind);
        Golden.assertSame(MANIFESTS.resolve(definition.name() + ".yaml"), HEADER + Documents.yaml(definition.json()));
    }

    @ParameterizedTest
    @EnumSource
    void aDefinitionIsSmallEnoughForEveryClient(Kind kind) {
        int bytes = new Definition(kind).json().toString().getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes < MAXIMUM_BYTES, () -> kind + " has " + bytes + " bytes");
    }

    @Test
    void everyBoundIsOfAFieldThatThereIs() {
        Set<String> fields = new TreeSet<>();
        Arrays.stream(Kind.values()).forEach(kind -> collect(kind.spec(), fields));
        Set<String> ofNothing = new TreeSet<>(Bounds.fields());
        ofNothing.removeAll(fields);
        assertEquals(Set.of(), ofNothing);
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleIsAboutAFieldThatThereIs(Kind kind) {
        JsonNode schema = new Definition(kind).json().at("/spec/versions/0/schema/openAPIV3Schema");
        assertTrue(countRules(schema) > 0, "rules were found");
    }

    private static int countRules(JsonNode schema) {
        int rules = 0;
        for (JsonNode rule : schema.path("x-kubernetes-validations")) {
            String field = rule.path("fieldPath").asText();
            assertTrue(
                    field.isEmpty() || schema.path("properties").has(field.substring(1)),
                    () -> rule + " is about a field that is not there");
            rules++;
        }
        for (JsonNode child : schema) {
            rules += child instanceof ObjectNode ? countRules(child) : 0;
        }
        return rules;
    }

    private static void collect(Class<?> type, Set<String> fields) {
        RecordSchema.components(type).forEach(component -> {
            fields.add(component.getDeclaringRecord().getSimpleName() + "." + component.getName());
            RecordSchema.recordIn(component).ifPresent(nested -> collect(nested, fields));
        });
    }
}
