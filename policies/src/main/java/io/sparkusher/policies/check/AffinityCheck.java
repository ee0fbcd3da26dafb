package io.sparkusher.policies.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.sparkusher.policies.api.NodeRequirement;
import io.sparkusher.policies.api.NodeRequirement.Operator;
import io.sparkusher.policies.kubernetes.Names;
import io.sparkusher.policies.source.FieldPath;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks affinity as the API server will. */
record AffinityCheck(Checks checks) {
    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
    private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";
    private static final String OPERATORS =
            Arrays.stream(Operator.values()).map(Operator::name).collect(Collectors.joining(", "));
    private static final int HIGHEST_WEIGHT = 100;

    void check(String path, JsonNode affinity) {
        nodeAffinity(path + ".nodeAffinity", affinity.path("nodeAffinity"));
        for (String kind : List.of("podAffinity", "podAntiAffinity")) {
            podAffinity(path + "." + kind, affinity.path(kind));
        }
    }

    private void nodeAffinity(String path, JsonNode affinity) {
        JsonNode terms = affinity.path(REQUIRED).path("nodeSelectorTerms");
        String termsPath = path + "." + REQUIRED + ".nodeSelectorTerms";
        if (affinity.path(REQUIRED).isObject() && terms.isEmpty()) {
            checks.error(termsPath, "is empty, and no node fits it: add a term");
        }
        for (int index = 0; index < terms.size(); index++) {
            nodeTerm(FieldPath.element(termsPath, index), terms.path(index));
        }
        JsonNode preferred = affinity.path(PREFERRED);
        for (int index = 0; index < preferred.size(); index++) {
            String at = FieldPath.element(path + "." + PREFERRED, index);
            weight(at, preferred.path(index));
            nodeTerm(at + ".preference", preferred.path(index).path("preference"));
        }
    }

    private void nodeTerm(String path, JsonNode term) {
        JsonNode expressions = term.path("matchExpressions");
        if (expressions.isEmpty() && term.path("matchFields").isEmpty()) {
            checks.error(path, "is empty, and no node fits it: add matchExpressions");
        }
        for (int index = 0; index < expressions.size(); index++) {
            expression(FieldPath.element(path + ".matchExpressions", index), expressions.path(index));
        }
    }

    private void expression(String path, JsonNode expression) {
        checks.requiredName(path + ".key", expression.path("key"), Names.Qualified);
        String name = expression.path("operator").asText();
        Optional<Operator> operator = Arrays.stream(Operator.values())
                .filter(known -> known.name().equals(name))
                .findFirst();
        if (operator.isEmpty()) {
            checks.error(path + ".operator", "is \"" + name + "\", expected one of " + OPERATORS);
            return;
        }
        List<String> values =
                expression.path("values").valueStream().map(JsonNode::asText).toList();
        SparkNodePoolCheck.valuesFault(
                        new NodeRequirement(expression.path("key").asText(), operator.get(), values))
                .ifPresent(fault -> checks.error(path + ".values", fault));
    }

    private void podAffinity(String path, JsonNode affinity) {
        JsonNode required = affinity.path(REQUIRED);
        for (int index = 0; index < required.size(); index++) {
            topologyKey(FieldPath.element(path + "." + REQUIRED, index), required.path(index));
        }
        JsonNode preferred = affinity.path(PREFERRED);
        for (int index = 0; index < preferred.size(); index++) {
            String at = FieldPath.element(path + "." + PREFERRED, index);
            weight(at, preferred.path(index));
            topologyKey(at + ".podAffinityTerm", preferred.path(index).path("podAffinityTerm"));
        }
    }

    private void topologyKey(String path, JsonNode term) {
        checks.requiredName(path + ".topologyKey", term.path("topologyKey"), Names.Qualified);
    }

    private void weight(String path, JsonNode preferred) {
        int weight = preferred.path("weight").asInt();
        if (weight < 1 || weight > HIGHEST_WEIGHT) {
            checks.error(path + ".weight", "is " + weight + ", expected 1 to " + HIGHEST_WEIGHT);
        }
    }
}
