package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.injection.Claims.Claim;
import io.sparkusher.policies.patch.Place;
import java.util.List;
import java.util.Optional;

/**
 * Puts the pod near to nodes and other pods, or apart from them. The nodes that it requires are narrowed to those that
 * the policy allows; every other term is told by all that it says, and stands beside the pod's own. Does nothing for a
 * term that is there. A pod refuses it, where the policy wins, if its own selection leaves no node that the policy
 * allows.
 */
public record AffinityInjection(ObjectNode affinity) implements Injection {
    private static final String NODE_AFFINITY = "nodeAffinity";
    private static final String NODE_FIELD = "spec.affinity." + NODE_AFFINITY;
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
        Place spec = application.pod().spec();
        Place terms = affinity(NODE_AFFINITY, application).member(REQUIRED).member(NODE_TERMS);
        JsonNode present = terms.value();
        boolean holds = allowed.hold(present);
        if (!holds && allowed.areExcludedBy(present, spec.member("nodeSelector").value())) {
            yieldOrFail(application);
            return;
        }
        String field = NODE_FIELD + " " + allowed.terms();
        application.settle(field, NODE_FIELD, allowed.terms(), holds, true, () -> terms.set(allowed.narrow(present)));
    }

    private static void yieldOrFail(PolicyApplication application) {
        Optional<Claim> pool = application.strongerClaim(NodePoolInjection.FIELD);
        if (pool.isPresent()) {
            application.yieldTo(pool.get(), "the node pool, which has no node that " + NODE_FIELD + " allows");
        } else if (application.isRequired()) {
            throw new CannotApplyException(NODE_FIELD
                    + " would leave no node beside what the pod selects: remove the pod's own nodeSelector or nodeAffinity"
                    + " on the labels that the policy's affinity names");
        } else {
            application.leaveToPod("by nodeSelector or nodeAffinity that it is on none of the nodes which the policy's "
                    + NODE_FIELD + " allows");
        }
    }

    private void add(String kind, String strength, PolicyApplication application) {
        Place list = affinity(kind, application).member(strength);
        for (JsonNode term : affinity.path(kind).path(strength)) {
            boolean holds = list.value().valueStream().anyMatch(present -> application.says(present, term));
            String field = "spec.affinity." + kind + " " + term;
            application.settle(field, described(kind, term), term, holds, true, () -> list.append(term));
        }
    }

    private static Place affinity(String kind, PolicyApplication application) {
        return application.pod().spec().member("affinity").member(kind);
    }

    private static String described(String kind, JsonNode term) {
        String topologyKey = term.has("podAffinityTerm")
                ? term.path("podAffinityTerm").path("topologyKey").asText()
                : term.path("topologyKey").asText();
        return "spec.affinity." + kind + (topologyKey.isEmpty() ? "" : "[" + topologyKey + "]");
    }
}
