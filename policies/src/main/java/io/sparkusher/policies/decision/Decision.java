package io.sparkusher.policies.decision;

import io.sparkusher.policies.patch.PatchOperation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a review came to.
 *
 * @param denial the sentence to refuse the pod with, empty where it is admitted
 * @param patch the operations in the order in which they apply, empty where nothing changes or the pod is refused
 * @param reasons never empty; the policies in the order in which they were looked at
 * @param warnings for whoever creates the pod, in order
 * @param auditAnnotations by key without prefix; the same for every round of reviews of one pod
 */
public record Decision(
        Optional<String> denial,
        List<PatchOperation> patch,
        List<Reason> reasons,
        List<String> warnings,
        Map<String, String> auditAnnotations) {
    public Decision {
        patch = List.copyOf(patch);
        reasons = List.copyOf(reasons);
        warnings = List.copyOf(warnings);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("A decision has at least one reason");
        }
        if (denial.isPresent() && !patch.isEmpty()) {
            throw new IllegalArgumentException("A refused pod has no patch");
        }
    }

    public boolean allowed() {
        return denial.isEmpty();
    }
}
