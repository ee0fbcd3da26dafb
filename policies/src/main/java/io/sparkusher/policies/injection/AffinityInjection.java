package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.injection.Claims.Claim;
import io.sparkusher.policies.patch.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Puts the pod near to nodes and other pods, or apart from them. The nodes that it requires are narrowed to those that
 * the policy allows; every other term is told by all that it says, and stands beside the pod's own. Does nothing for a
 * term that is there. A pod refuses it, where the policy wins, if its own selection leaves no node that the policy
 * allows.
 */
public record AffinityInjection(ObjectNode affinity) implements Injection {
    static final String NODE_AFFINITY = "nodeAffinity";
    private static final String NODE_FIELD = field(NODE_AFFINITY);
    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
    private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";
    private static final String NODE_TERMS = "nodeSelectorTerms";

    @Override
    public void applyTo(PolicyApplication application) {
        JsonNode nodeTerms = affinity.path(NODE_AFFINITY).path(REQUIRED).path(NODE_TERMS);
        if (!nodeTerms.isEmpty()) {
            narrow(new NodeAlternatives(nodeTerms), application);
        }
        add(NODE_AFFINITY, PREFERRED, application);
        for (String kind : List.of("podAffinity", "podAntiAffinity")) {
            add(kind, REQUIRED, application);
            add(kind, PREFERRED, application);
        }
    }

    private static void narrow(NodeAlternatives allowed, PolicyApplication application) {
        Place nodeSelector = application.pod().spec().member("nodeSelector");
        Place terms = affinity(NODE_AFFINITY, application).member(REQUIRED).member(NODE_TERMS);
        JsonNode present = terms.value();
        boolean holds = allowed.hold(present);
        if (!holds && allowed.areExcludedBy(present, nodeSelector.value())) {
            yieldOrFail(allowed, nodeSelector, application);
            return;
        }
        String field = NODE_FIELD + " " + allowed.terms();
        application.settle(field, NODE_FIELD, allowed.terms(), holds, true, () -> terms.set(allowed.narrow(present)));
    }

    private static void yieldOrFail(NodeAlternatives allowed, Place nodeSelector, PolicyApplication application) {
        Optional<Claim> pool = application.strongerClaim(NodePoolInjection.FIELD);
        Optional<Claim> label = contradictingLabel(allowed, nodeSelector, application);
        Optional<Claim> terms = contradictingTerms(allowed, application);
        String leavesNoNode = ", which leaves no node that the policy's " + NODE_FIELD + " allows";
        if (pool.isPresent()) {
            application.yieldTo(pool.get(), "the node pool, which has no node that " + NODE_FIELD + " allows");
        } else if (label.isPresent()) {
            application.yieldTo(label.get(), "spec.nodeSelector" + leavesNoNode);
        } else if (terms.isPresent()) {
            application.yieldTo(terms.get(), NODE_FIELD + leavesNoNode);
        } else if (application.isRequired()) {
            throw new CannotApplyException(NODE_FIELD
                    + " would leave no node beside what the pod selects: remove the pod's own nodeSelector or nodeAffinity"
                    + " on the labels that the policy's affinity names");
        } else {
            application.leaveToPod("by nodeSelector or nodeAffinity that it is on none of the nodes which the policy's "
                    + NODE_FIELD + " allows");
        }
    }

    /** A stronger policy's word on a label without which no node would be left. */
    private static Optional<Claim> contradictingLabel(
            NodeAlternatives allowed, Place nodeSelector, PolicyApplication application) {
        return nodeSelector.value().properties().stream()
                .filter(label -> allowed.areExcludedBy(
                        MissingNode.getInstance(),
                        JsonNodeFactory.instance.objectNode().set(label.getKey(), label.getValue())))
                .flatMap(label -> application.strongerClaim(NodeSelectorInjection.field(label.getKey())).stream())
                .findFirst();
    }

    private static Optional<Claim> contradictingTerms(NodeAlternatives allowed, PolicyApplication application) {
        JsonNode noLabels = MissingNode.getInstance();
        return claimOn(NODE_AFFINITY, terms -> terms.isArray() && allowed.areExcludedBy(terms, noLabels), application)
                .filter(application::isOfAnother);
    }

    private void add(String kind, String strength, PolicyApplication application) {
        Place list = affinity(kind, application).member(strength);
        for (JsonNode term : affinity.path(kind).path(strength)) {
            boolean holds = anySays(list.value(), term, application);
            application.settle(
                    field(kind) + " " + term, described(kind, term), term, holds, true, () -> list.append(term));
        }
    }

    private static boolean anySays(JsonNode present, JsonNode term, PolicyApplication application) {
        for (JsonNode element : present) {
            if (application.says(element, term)) {
                return true;
            }
        }
        return false;
    }

    /** The first of the policies before, or of this one's sections before, whose affinity of the kind is such. */
    static Optional<Claim> claimOn(String kind, Predicate<JsonNode> such, PolicyApplication application) {
        return application
                .pod()
                .claims()
                .onFieldsOf(field(kind) + " ")
                .filter(claim -> claim.value()
                        .filter(value -> value instanceof JsonNode terms && such.test(terms))
                        .isPresent())
                .findFirst();
    }

    /** How claims and reasons name it. */
    static String field(String kind) {
        return "spec.affinity." + kind;
    }

    private static Place affinity(String kind, PolicyApplication application) {
        return application.pod().spec().member("affinity").member(kind);
    }

    private static String described(String kind, JsonNode term) {
        String topologyKey = term.has("podAffinityTerm")
                ? term.path("podAffinityTerm").path("topologyKey").asText()
                : term.path("topologyKey").asText();
        return field(kind) + (topologyKey.isEmpty() ? "" : "[" + topologyKey + "]");
    }
}
