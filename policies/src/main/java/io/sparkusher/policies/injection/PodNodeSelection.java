package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.NodeRequirement;
import io.sparkusher.policies.patch.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which nodes a pod selects by itself. Terms of required node affinity are alternatives, so a pool narrows each of them;
 * a term that is empty fits no node and stays so.
 */
final class PodNodeSelection {
    private static final String EXPRESSIONS = "matchExpressions";

    private final Place spec;
    private final Place nodeAffinity;
    private final Place terms;

    PodNodeSelection(Place spec) {
        this.spec = spec;
        this.nodeAffinity = spec.member("affinity").member("nodeAffinity");
        this.terms = nodeAffinity
                .member("requiredDuringSchedulingIgnoredDuringExecution")
                .member("nodeSelectorTerms");
    }

    /** Whether the pod already asks for what the pool requires, in every alternative, and tolerates its taints. */
    boolean isWithin(NodePool pool) {
        for (ObjectNode toleration : pool.tolerations()) {
            if (ListKey.TOLERATION.indexOf(
                            toleration, spec.member("tolerations").value())
                    < 0) {
                return false;
            }
        }
        List<Place> alternatives = alternatives();
        return pool.requirements().stream()
                .map(NodePoolInjection::expression)
                .allMatch(expression -> !alternatives.isEmpty()
                        && alternatives.stream()
                                .allMatch(term -> NodePoolInjection.contains(
                                        term.member(EXPRESSIONS).value(), expression)));
    }

    /** Whether the pod selects, insists or prefers by any of the labels. */
    boolean selectsOnAny(Set<String> keys) {
        for (String key : keys) {
            if (spec.member("nodeSelector").member(key).exists()) {
                return true;
            }
        }
        return nodeAffinity.value().findValuesAsText("key").stream().anyMatch(keys::contains);
    }

    /** Whether the pod's own terms provably leave no node of the pool. */
    boolean affinityExcludes(NodePool pool) {
        List<Place> alternatives = alternatives();
        return !alternatives.isEmpty() && alternatives.stream().allMatch(term -> excludes(term, pool));
    }

    private static boolean excludes(Place term, NodePool pool) {
        for (JsonNode expression : term.member(EXPRESSIONS).value()) {
            for (NodeRequirement requirement : pool.requirements()) {
                if (NodeRequirements.contradicts(requirement, expression)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Adds the pool's requirements to every alternative, or makes them the only one. */
    void narrowTo(NodePool pool) {
        List<ObjectNode> expressions =
                pool.requirements().stream().map(NodePoolInjection::expression).toList();
        if (expressions.isEmpty()) {
            return;
        }
        if (terms.value().isEmpty()) {
            ObjectNode term = JsonNodeFactory.instance.objectNode();
            term.putArray(EXPRESSIONS).addAll(expressions);
            terms.append(term);
            return;
        }
        for (Place term : alternatives()) {
            Place present = term.member(EXPRESSIONS);
            expressions.stream()
                    .filter(expression -> !NodePoolInjection.contains(present.value(), expression))
                    .forEach(present::append);
        }
    }

    /** The terms that can fit a node. */
    private List<Place> alternatives() {
        List<Place> alternatives = new ArrayList<>();
        for (int index = 0; index < terms.value().size(); index++) {
            JsonNode term = terms.value().get(index);
            if (!term.path(EXPRESSIONS).isEmpty() || !term.path("matchFields").isEmpty()) {
                alternatives.add(terms.element(index));
            }
        }
        return alternatives;
    }
}
