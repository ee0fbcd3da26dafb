package io.sparkusher.policies.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sparkusher.policies.decision.Decision;
import io.sparkusher.policies.decision.ReasonCode;
import io.sparkusher.policies.golden.Documents;
import io.sparkusher.policies.pod.SparkContainer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** That the strongest wins, over policies that nobody thought of, by a second reading of the rule. */
@Domain(ScenarioDomain.class)
class PrecedenceTest {
    private static final Set<ReasonCode> DOES_NOT_ACT = Set.of(
            ReasonCode.NotMatched, ReasonCode.Waived, ReasonCode.WouldApply, ReasonCode.CannotApply, ReasonCode.Denied);

    @Property(seed = ScenarioDomain.SEED)
    void theStrongestWordOnALabelCounts(@ForAll Scenario scenario) {
        assertWinners(scenario, List.of("tier", "team", "example.com/owner"), "labels", PrecedenceTest::label);
    }

    @Property(seed = ScenarioDomain.SEED)
    void theStrongestWordOnAnAnnotationCounts(@ForAll Scenario scenario) {
        assertWinners(
                scenario,
                List.of("note", "example.com/owner", "prometheus.io/scrape"),
                "annotations",
                PrecedenceTest::annotation);
    }

    @Property(seed = ScenarioDomain.SEED)
    void theStrongestWordOnAVariableCounts(@ForAll Scenario scenario) {
        if (SparkContainer.indexIn(scenario.pod()) >= 0) {
            assertWinners(scenario, List.of("COLOUR", "lower.case-name"), "env", PrecedenceTest::variable);
        }
    }

    @Property(seed = ScenarioDomain.SEED)
    void theStrongestWordOnANodeSelectorCounts(@ForAll Scenario scenario) {
        if (!hasAffinityFor("disk", scenario)) {
            assertWinners(
                    scenario,
                    List.of("disk"),
                    "nodeSelector",
                    (pod, key) -> pod.path("spec").path("nodeSelector").path(key));
        }
    }

    /** A word that leaves no node beside a stronger affinity yields to it. */
    private static boolean hasAffinityFor(String label, Scenario scenario) {
        return Stream.concat(Stream.of(scenario.pod()), scenario.policiesOfNamespace().stream())
                .flatMap(document -> document.findValues("affinity").stream())
                .anyMatch(affinity -> affinity.findValuesAsText("key").contains(label));
    }

    private interface Reading {
        JsonNode of(JsonNode pod, String key);
    }

    private static void assertWinners(Scenario scenario, List<String> keys, String field, Reading reading) {
        Decision decision = scenario.review();
        if (!decision.allowed()) {
            return;
        }
        ObjectNode patched = Documents.patched(scenario.pod(), decision);
        Precedence precedence = new Precedence(acting(scenario, decision), role(scenario.pod()));
        for (String key : keys) {
            if (isSpokenOfBySkipped(scenario, decision, section -> inSection(section.path(field), key))) {
                continue;
            }
            Optional<JsonNode> expected = precedence.winner(
                    reading.of(scenario.pod(), key),
                    section -> expanded(inSection(section.path(field), key), scenario));
            JsonNode actual = reading.of(patched, key);
            assertEquals(
                    expected,
                    actual.isMissingNode() || actual.isNull() ? Optional.empty() : Optional.of(actual),
                    () -> key + "\n" + Documents.account(decision));
        }
    }

    /** What a skipped policy speaks of, weaker ones may or may not say. */
    private static boolean isSpokenOfBySkipped(
            Scenario scenario, Decision decision, Function<JsonNode, JsonNode> ofSection) {
        Set<String> skipped = decision.reasons().stream()
                .filter(reason -> reason.code() == ReasonCode.CannotApply)
                .map(reason -> reason.policy().orElseThrow().name())
                .collect(Collectors.toSet());
        return scenario.policiesOfNamespace().stream()
                .filter(policy ->
                        skipped.contains(policy.path("metadata").path("name").asText()))
                .anyMatch(policy -> policy.path("spec")
                        .valueStream()
                        .anyMatch(section -> !ofSection.apply(section).isMissingNode()));
    }

    private static List<ObjectNode> acting(Scenario scenario, Decision decision) {
        Set<String> idle = decision.reasons().stream()
                .filter(reason -> DOES_NOT_ACT.contains(reason.code()))
                .map(reason -> reason.policy().orElseThrow().kind()
                        + reason.policy().orElseThrow().name())
                .collect(Collectors.toSet());
        return scenario.policiesOfNamespace().stream()
                .filter(policy -> !idle.contains(policy.path("kind").asText()
                        + policy.path("metadata").path("name").asText()))
                .toList();
    }

    private static String role(ObjectNode pod) {
        JsonNode labels = pod.path("metadata").path("labels");
        return labels.path("spark-role")
                .asText(labels.path("spark-usher.io/role").asText());
    }

    private static JsonNode expanded(JsonNode value, Scenario scenario) {
        return value.isTextual()
                ? TextNode.valueOf(value.textValue()
                        .replace("${usher:namespace}", Scenario.NAMESPACE)
                        .replace(
                                "${usher:namespaceLabel/tier}",
                                scenario.namespaceLabels().getOrDefault("tier", ""))
                        .replace("${usher:role}", role(scenario.pod()))
                        .replace(
                                "${usher:appName}",
                                label(scenario.pod(), "spark-app-name").asText()))
                : value;
    }

    private static JsonNode inSection(JsonNode field, String key) {
        return field.isArray() ? said(named(field, key)) : field.path(key);
    }

    private static JsonNode label(JsonNode pod, String key) {
        return pod.path("metadata").path("labels").path(key);
    }

    private static JsonNode annotation(JsonNode pod, String key) {
        return pod.path("metadata").path("annotations").path(key);
    }

    private static JsonNode variable(JsonNode pod, String key) {
        return said(named(
                pod.path("spec")
                        .path("containers")
                        .path(SparkContainer.indexIn(pod))
                        .path("env"),
                key));
    }

    /** What a variable is set to, without what an API server adds or leaves out. */
    private static JsonNode said(JsonNode variable) {
        JsonNode source = variable.path("valueFrom");
        String reference = source.path("fieldRef").path("fieldPath").asText()
                + source.path("resourceFieldRef").path("resource").asText();
        return variable.isMissingNode()
                ? variable
                : TextNode.valueOf(variable.path("value").asText() + reference);
    }

    /** Of several with one name the last counts, as Kubernetes has it. */
    private static JsonNode named(JsonNode list, String name) {
        JsonNode found = MissingNode.getInstance();
        for (JsonNode element : list) {
            if (element.path("name").asText().equals(name)) {
                found = element;
            }
        }
        return found;
    }
}
