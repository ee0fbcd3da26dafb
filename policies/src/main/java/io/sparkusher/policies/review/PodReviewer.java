package io.sparkusher.policies.review;

import io.sparkusher.policies.api.Mode;
import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.decision.Decision;
import io.sparkusher.policies.patch.PodDraft;
import io.sparkusher.policies.pod.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Applies the policies of one namespace to one Spark pod. What a policy needs, such as a volume for its mount, a weaker
 * one may bring; so what is missing is known only at the end, and then it all begins anew without the policy that cannot
 * have it. A second review, which finds what the weaker ones brought, comes to the same.
 */
final class PodReviewer {
    private final PodDraft draft;
    private final Role role;
    private final ReviewedNamespace namespace;
    private Map<PolicyReference, String> failures = Map.of();

    PodReviewer(PodDraft draft, Role role, ReviewedNamespace namespace) {
        this.draft = draft;
        this.role = role;
        this.namespace = namespace;
    }

    Decision review() {
        return withoutFaults().orElseGet(this::faultByFault);
    }

    /**
     * Almost no pod has a fault in the end, and then nobody has to know which policy brought it about: a third of a
     * review's time. Empty where there is one, and where a policy is audited, whose faults are told apart from others'.
     */
    private Optional<Decision> withoutFaults() {
        if (namespace.policies().stream().anyMatch(policy -> policy.mode() == Mode.Audit)) {
            return Optional.empty();
        }
        ReviewPass pass = new ReviewPass(draft, role, namespace, List::of, Map.of());
        pass.applyPolicies();
        if (PodFaults.of(draft.root().value()).isEmpty()) {
            failures = pass.failures();
            return Optional.of(pass.decision());
        }
        draft.rollBack(0);
        return Optional.empty();
    }

    private Decision faultByFault() {
        PodValidity validity = new PodValidity(draft.root());
        Map<PolicyReference, String> impossible = new HashMap<>();
        while (true) {
            ReviewPass pass = new ReviewPass(draft, role, namespace, validity::faults, impossible);
            pass.applyPolicies();
            Optional<ReviewPass.Fault> fault = pass.firstFault();
            if (fault.isEmpty()) {
                failures = pass.failures();
                return pass.decision();
            }
            impossible.put(fault.get().policy(), fault.get().sentence());
            draft.rollBack(0);
        }
    }

    /** Why policies could not be applied, after the review. */
    Map<PolicyReference, String> failures() {
        return failures;
    }
}
