package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.NodeRequirement;
import io.sparkusher.policies.patch.Place;

/**
 * Puts the pod on a node pool: what the pool requires of nodes, and the tolerations of its taints, whole or not at all.
 * Does nothing where the pod selects on a label that any pool is made of: it has chosen. A pod refuses it, where the
 * policy wins, if its own node affinity leaves no node of the pool.
 */
public record NodePoolInjection(PoolSelection selection) implements Injection {
    /** How claims and reasons name the choice of a pool. */
    static final String FIELD = "the node pool";

    @Override
    public void applyTo(PolicyApplication application) {
        PodContext pod = application.pod();
        NodePool pool = selection.poolFor(pod.labels());
        PodNodeSelection podsOwn = new PodNodeSelection(pod.spec());
        boolean holds = podsOwn.isWithin(pool);
        boolean free = !podsOwn.selectsOnAny(pod.poolKeys());
        application.settle(FIELD, FIELD + " " + pool.name(), holds, free, () -> apply(pool, podsOwn, application));
    }

    private static void apply(NodePool pool, PodNodeSelection podsOwn, PolicyApplication application) {
        if (podsOwn.affinityExcludes(pool)) {
            throw new CannotApplyException("spec.affinity.nodeAffinity leaves no node of the pool " + pool.name()
                    + ": remove the pod's own terms on the pool's labels");
        }
        Place spec = application.pod().spec();
        removeContradictingSelectors(pool, spec.member("nodeSelector"));
        podsOwn.narrowTo(pool);
        for (ObjectNode toleration : pool.tolerations()) {
            Place list = spec.member("tolerations");
            if (ListKey.TOLERATION.indexOf(toleration, list.value()) < 0) {
                list.append(toleration);
            }
        }
    }

    /** Where the policy wins: a selector that contradicts the pool would keep the pod pending for ever. */
    private static void removeContradictingSelectors(NodePool pool, Place nodeSelector) {
        for (NodeRequirement requirement : pool.requirements()) {
            Place selected = nodeSelector.member(requirement.key());
            if (selected.exists()
                    && !NodeRequirements.allows(requirement, selected.value().asText())) {
                selected.remove();
            }
        }
    }

    /** A requirement as node affinity writes it. */
    static ObjectNode expression(NodeRequirement requirement) {
        ObjectNode expression = JsonNodeFactory.instance
                .objectNode()
                .put("key", requirement.key())
                .put("operator", requirement.operator().name());
        if (!requirement.values().isEmpty()) {
            requirement.values().forEach(expression.putArray("values")::add);
        }
        return expression;
    }

    static boolean contains(JsonNode list, JsonNode wanted) {
        for (JsonNode element : list) {
            if (element.equals(wanted)) {
                return true;
            }
        }
        return false;
    }
}
