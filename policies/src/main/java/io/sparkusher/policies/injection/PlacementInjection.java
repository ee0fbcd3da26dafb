package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.Placement;
import io.sparkusher.policies.api.Placement.Over;
import io.sparkusher.policies.api.Placement.Rule;
import io.sparkusher.policies.api.Placement.Strength;
import io.sparkusher.policies.injection.Claims.Claim;
import io.sparkusher.policies.patch.Place;
import io.sparkusher.policies.pod.Role;
import java.util.Optional;

/**
 * Puts the executors of one application apart or together. Does nothing where the pod, or a stronger policy for it, has
 * such a term for the same topology key. A pod refuses it where it does not say which application it belongs to.
 */
public record PlacementInjection(Placement placement) implements Injection {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String APPLICATION_LABEL = "spark-app-selector";
    private static final int HIGHEST_WEIGHT = 100;

    @Override
    public void applyTo(PolicyApplication application) {
        ObjectNode executors = executorsOfSameApplication(application.pod().labels());
        Rule spread = placement.spread();
        if (spread != null && spread.over() == Over.Node) {
            applyTerm(application, "podAntiAffinity", spread, executors);
        } else if (spread != null) {
            TopologySpreadInjection.applyTo(application, constraint(spread, executors));
        }
        if (placement.together() != null) {
            applyTerm(application, "podAffinity", placement.together(), executors);
        }
    }

    private static ObjectNode executorsOfSameApplication(JsonNode labels) {
        String application = labels.path(APPLICATION_LABEL).asText();
        if (application.isEmpty()) {
            throw new CannotApplyException("placement needs the pod's label " + APPLICATION_LABEL
                    + ", by which Spark marks the pods of one application");
        }
        ObjectNode selector = JSON.objectNode();
        selector.putObject("matchLabels")
                .put(APPLICATION_LABEL, application)
                .put(Role.SPARK_LABEL, Role.Executor.label());
        return selector;
    }

    private static ObjectNode constraint(Rule rule, ObjectNode executors) {
        ObjectNode constraint = JSON.objectNode()
                .put("maxSkew", 1)
                .put("topologyKey", rule.over().topologyKey())
                .put("whenUnsatisfiable", rule.strength().whenUnsatisfiable());
        constraint.set("labelSelector", executors);
        return constraint;
    }

    private static void applyTerm(PolicyApplication application, String affinity, Rule rule, ObjectNode executors) {
        Place place = application.pod().spec().member("affinity").member(affinity);
        ObjectNode term = JSON.objectNode();
        term.set("labelSelector", executors);
        term.put("topologyKey", rule.over().topologyKey());
        boolean required = rule.strength() == Strength.Required;
        Place list = place.member(
                required
                        ? "requiredDuringSchedulingIgnoredDuringExecution"
                        : "preferredDuringSchedulingIgnoredDuringExecution");
        ObjectNode wanted = required ? term : weighted(term);
        String field = "spec.affinity." + affinity + "[" + rule.over().topologyKey() + "]";
        boolean holds = contains(list.value(), wanted, application);
        boolean free = !hasTermFor(rule.over().topologyKey(), place.value());
        Optional<Claim> policy = AffinityInjection.claimOn(
                affinity, present -> hasTermFor(rule.over().topologyKey(), present), application);
        if (!holds
                && !free
                && !application.isRequired()
                && policy.isPresent()
                && application.claimOn(field).isEmpty()) {
            application.yieldTo(policy.get(), field);
        } else {
            application.settle(field, field, wanted, holds, free, () -> list.append(wanted));
        }
    }

    private static ObjectNode weighted(ObjectNode term) {
        ObjectNode weighted = JSON.objectNode().put("weight", HIGHEST_WEIGHT);
        weighted.set("podAffinityTerm", term);
        return weighted;
    }

    private static boolean contains(JsonNode list, JsonNode wanted, PolicyApplication application) {
        for (JsonNode term : list) {
            if (application.says(term, wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasTermFor(String topologyKey, JsonNode affinity) {
        return affinity.findValuesAsText("topologyKey").contains(topologyKey);
    }
}
