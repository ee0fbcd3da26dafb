package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.NodeRequirement;
import io.sparkusher.policies.injection.Claims.Claim;
import io.sparkusher.policies.patch.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Puts the pod on a node pool, or on one of several: what the pools require of nodes, and the tolerations of their
 * taints, whole or not at all. Does nothing where the pod, or a stronger policy for it,
 * selects on a label that any pool is made of: it has chosen. A
 * pod refuses it, where the policy wins, if its own node affinity leaves no node of the pools.
 */
public record NodePoolInjection(PoolSelection selection) implements Injection {
    /** How claims and reasons name the choice of a pool. */
    static final String FIELD = "the node pool";

    @Override
    public void applyTo(PolicyApplication application) {
        PodContext pod = application.pod();
        List<NodePool> pools = selection.poolsFor(pod.labels());
        PodNodeSelection podsOwn = new PodNodeSelection(pod.spec());
        String described = FIELD + " " + pools.stream().map(NodePool::name).collect(Collectors.joining(" or "));
        boolean chosen = podsOwn.selectsOnAny(pod.surroundings().poolKeys());
        boolean holds = podsOwn.tolerates(pools)
                && podsOwn.isWithin(pools)
                && (chosen || !PodNodeSelection.isUnlimited(pools) || podsOwn.prefers(pools));
        Optional<String> selected = selectedByPolicies(application);
        if (!holds && selected.isPresent()) {
            application.claimOn(selected.get()).ifPresent(claim -> application.yieldTo(claim, selected.get()));
            return;
        }
        boolean free = !chosen || podsOwn.isWithin(pools);
        Optional<Claim> affinity = AffinityInjection.claimOn(
                AffinityInjection.NODE_AFFINITY,
                terms -> PodNodeSelection.names(terms, pod.surroundings().poolKeys()),
                application);
        if (!holds
                && !free
                && !application.isRequired()
                && affinity.isPresent()
                && application.claimOn(FIELD).isEmpty()) {
            application.yieldTo(
                    affinity.get(),
                    AffinityInjection.field(AffinityInjection.NODE_AFFINITY) + " on labels of node pools");
            return;
        }
        application.settle(FIELD, described, described, holds, free, () -> apply(pools, podsOwn, application));
    }

    /** A selector of a stronger policy, or of a stronger section, on a label that pools are made of. */
    private static Optional<String> selectedByPolicies(PolicyApplication application) {
        return application.pod().surroundings().poolKeys().stream()
                .sorted()
                .map(NodeSelectorInjection::field)
                .filter(field -> application.claimOn(field).isPresent())
                .findFirst();
    }

    private static void apply(List<NodePool> pools, PodNodeSelection podsOwn, PolicyApplication application) {
        Place spec = application.pod().spec();
        if (application.isRequired()) {
            removeContradictingSelectors(pools, spec.member("nodeSelector"));
        }
        podsOwn.narrowTo(pools);
        podsOwn.prefer(pools);
        Place tolerations = spec.member("tolerations");
        for (NodePool pool : pools) {
            for (ObjectNode toleration : pool.tolerations()) {
                if (ListKey.TOLERATION.indexOf(toleration, tolerations.value()) < 0) {
                    tolerations.append(toleration);
                }
            }
        }
    }

    /** Where the policy wins: a selector that contradicts every pool would keep the pod pending for ever. */
    private static void removeContradictingSelectors(List<NodePool> pools, Place nodeSelector) {
        List<String> contradicting = pools.get(0).requirements().stream()
                .map(NodeRequirement::key)
                .filter(key -> nodeSelector.member(key).exists())
                .filter(key -> pools.stream()
                        .allMatch(pool -> excludes(
                                pool, key, nodeSelector.member(key).value().asText())))
                .distinct()
                .toList();
        contradicting.forEach(key -> nodeSelector.member(key).remove());
    }

    private static boolean excludes(NodePool pool, String key, String value) {
        return pool.requirements().stream()
                .filter(requirement -> requirement.key().equals(key))
                .anyMatch(requirement -> !NodeRequirements.allows(requirement, value));
    }
}
