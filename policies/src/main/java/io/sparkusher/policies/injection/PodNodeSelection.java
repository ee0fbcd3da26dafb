package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.NodeRequirement;
import io.sparkusher.policies.patch.Place;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which nodes a pod selects by itself. Terms of required node affinity are alternatives, so pools narrow each of them; a
 * term that is empty fits no node and stays so.
 */
final class PodNodeSelection {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int HIGHEST_WEIGHT = 100;

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

    /** Whether the pod tolerates all the taints of the pools. */
    boolean tolerates(List<NodePool> pools) {
        JsonNode tolerations = spec.member("tolerations").value();
        return pools.stream()
                .flatMap(pool -> pool.tolerations().stream())
                .allMatch(toleration -> ListKey.TOLERATION.indexOf(toleration, tolerations) >= 0);
    }

    /** Whether the pod already asks, in every alternative, for what one of the pools requires. */
    boolean isWithin(List<NodePool> pools) {
        return isUnlimited(pools) || everyAlternativeIsWithin(pools);
    }

    /** Whether there is a pool among them that every node belongs to. */
    static boolean isUnlimited(List<NodePool> pools) {
        return pools.stream().anyMatch(pool -> pool.requirements().isEmpty());
    }

    private boolean everyAlternativeIsWithin(List<NodePool> pools) {
        return !terms.value().isEmpty()
                && alternatives().stream()
                        .allMatch(term -> pools.stream().anyMatch(pool -> new NodeTerm(term).isWithin(pool)));
    }

    /** Whether the pod selects, insists or prefers by any of the labels. */
    boolean selectsOnAny(Set<String> keys) {
        for (String key : keys) {
            if (spec.member("nodeSelector").member(key).exists()) {
                return true;
            }
        }
        return names(nodeAffinity.value(), keys);
    }

    /** Whether a node affinity, or a part of one, is about any of the labels. */
    static boolean names(JsonNode affinity, Set<String> keys) {
        return affinity.findValuesAsText("key").stream().anyMatch(keys::contains);
    }

    /** Whether no node with the label's value is left by the pod's node affinity. */
    boolean excludes(String key, String value) {
        return exclude(terms.value(), key, value);
    }

    /** Whether no node with the label's value fits any of the terms; where there are none, every node does. */
    static boolean exclude(JsonNode terms, String key, String value) {
        NodeRequirement label = new NodeRequirement(key, NodeRequirement.Operator.In, List.of(value));
        NodePool nodes = new NodePool("", List.of(label), List.of());
        List<JsonNode> alternatives = alternatives(terms);
        return !alternatives.isEmpty() && alternatives.stream().allMatch(term -> new NodeTerm(term).excludes(nodes));
    }

    /**
     * Limits every alternative to the pools, or makes the pools the only ones.
     *
     * @throws CannotApplyException where no alternative leaves a node of any pool
     */
    void narrowTo(List<NodePool> pools) {
        if (isUnlimited(pools)) {
            return;
        }
        if (terms.value().isEmpty()) {
            pools.forEach(pool -> terms.append(new NodeTerm(JSON.objectNode()).narrowedTo(pool)));
        } else if (!alternatives().isEmpty()) {
            terms.set(narrowed(pools));
        }
    }

    private ArrayNode narrowed(List<NodePool> pools) {
        if (alternatives().stream().allMatch(term -> fitting(term, pools).isEmpty())) {
            throw new CannotApplyException("spec.affinity.nodeAffinity leaves no node of the pool "
                    + pools.stream().map(NodePool::name).collect(Collectors.joining(" or "))
                    + ": remove the pod's own terms on the pool's labels");
        }
        ArrayNode narrowed = JSON.arrayNode();
        for (JsonNode term : terms.value()) {
            List<NodePool> fitting = fitting(term, pools);
            if (NodeTerm.fitsNoNode(term)) {
                narrowed.add(term);
            } else if (fitting.isEmpty()) {
                narrowed.add(new NodeTerm(term).narrowedTo(pools.get(0)));
            } else {
                fitting.forEach(pool -> narrowed.add(new NodeTerm(term).narrowedTo(pool)));
            }
        }
        return narrowed;
    }

    private static List<NodePool> fitting(JsonNode term, List<NodePool> pools) {
        return pools.stream().filter(pool -> !new NodeTerm(term).excludes(pool)).toList();
    }

    /** Prefers the earlier pools, where there are several. */
    void prefer(List<NodePool> pools) {
        Place preferred = preferred();
        preferences(pools).stream()
                .filter(preference -> preferred.value().valueStream().noneMatch(preference::equals))
                .forEach(preferred::append);
    }

    /** Whether the pod has these preferences. */
    boolean prefers(List<NodePool> pools) {
        JsonNode present = preferred().value();
        return preferences(pools).stream()
                .allMatch(preference -> present.valueStream().anyMatch(preference::equals));
    }

    private Place preferred() {
        return nodeAffinity.member("preferredDuringSchedulingIgnoredDuringExecution");
    }

    private static List<ObjectNode> preferences(List<NodePool> pools) {
        int last = pools.size() - 1;
        return IntStream.range(0, last)
                .filter(rank -> !pools.get(rank).requirements().isEmpty())
                .mapToObj(rank -> {
                    ObjectNode preference = JSON.objectNode().put("weight", HIGHEST_WEIGHT * (last - rank) / last);
                    preference.set("preference", new NodeTerm(JSON.objectNode()).narrowedTo(pools.get(rank)));
                    return preference;
                })
                .toList();
    }

    /** The terms that can fit a node. */
    private List<JsonNode> alternatives() {
        return alternatives(terms.value());
    }

    private static List<JsonNode> alternatives(JsonNode terms) {
        return terms.valueStream().filter(term -> !NodeTerm.fitsNoNode(term)).toList();
    }
}
