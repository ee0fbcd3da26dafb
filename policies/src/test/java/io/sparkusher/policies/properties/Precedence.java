package io.sparkusher.policies.properties;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who wins, written down once more: the Required policies of the cluster, those of the namespace, the pod, the Default
 * policies of the namespace, those of the cluster.
 *
 * @param policies those that act on the pod, strongest first
 * @param role the section of its role
 */
record Precedence(List<ObjectNode> policies, String role) {
    /** What should stand on the pod: what the first says that says anything. */
    Optional<JsonNode> winner(JsonNode ofPod, Function<JsonNode, JsonNode> ofSection) {
        List<JsonNode> claims = new ArrayList<>();
        policies.stream().filter(Scenario::isRequired).forEach(policy -> claim(policy, ofSection, claims));
        claims.add(ofPod);
        policies.stream()
                .filter(policy -> !Scenario.isRequired(policy))
                .forEach(policy -> claim(policy, ofSection, claims));
        return claims.stream()
                .filter(claim -> !claim.isMissingNode() && !claim.isNull())
                .findFirst();
    }

    /** A role's own section comes before the common one. */
    private void claim(ObjectNode policy, Function<JsonNode, JsonNode> ofSection, List<JsonNode> claims) {
        claims.add(ofSection.apply(policy.path("spec").path(role)));
        claims.add(ofSection.apply(policy.path("spec").path("common")));
    }
}
