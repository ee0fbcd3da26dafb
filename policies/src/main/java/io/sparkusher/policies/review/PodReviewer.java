package io.sparkusher.policies.review;

import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.decision.Decision;
import io.sparkusher.policies.patch.PodDraft;
import io.sparkusher.policies.pod.Role;
import java.util.HashMap;
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
    private final PodValidity validity;
    private Map<PolicyReference, String> failures = Map.of();

    PodReviewer(PodDraft draft, Role role, ReviewedNamespace namespace) {
        this.draft = draft;
        this.role = role;
        this.namespace = namespace;
        this.validity = new PodValidity(draft.root());
    }

    Decision review() {
        Map<PolicyReference, String> impossible = new HashMap<>();
        while (true) {
            ReviewPass pass = new ReviewPass(draft, role, namespace, validity, impossible);
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
