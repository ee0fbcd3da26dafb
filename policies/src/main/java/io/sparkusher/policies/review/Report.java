package io.sparkusher.policies.review;

import io.sparkusher.policies.api.Mode;
import io.sparkusher.policies.api.OnError;
import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.compile.CompiledPolicy;
import io.sparkusher.policies.decision.Decision;
import io.sparkusher.policies.decision.Reason;
import io.sparkusher.policies.decision.ReasonCode;
import io.sparkusher.policies.injection.PolicyApplication;
import io.sparkusher.policies.patch.PatchOperation;
import io.sparkusher.policies.pod.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Keeps account of one review, and makes its decision of it. */
final class Report {
    private final List<Reason> reasons = new ArrayList<>();
    private final List<PolicyReference> applied = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Map<PolicyReference, List<String>> fieldsOfAudited = new HashMap<>();
    private Optional<String> denial = Optional.empty();

    void add(Reason reason) {
        reasons.add(reason);
    }

    List<PolicyReference> applied() {
        return applied;
    }

    /** A policy counts as applied where anything it says holds: a second review must come to the same. */
    void applied(PolicyReference policy, PolicyApplication application) {
        if (application.isIdle()) {
            add(Reason.of(policy, ReasonCode.NotMatched, "It asks for nothing of this pod"));
        } else if (!application.set().isEmpty() || !application.found().isEmpty()) {
            applied.add(policy);
            add(Reason.of(policy, ReasonCode.Applied, account("Sets ", application)));
        }
        reasons.addAll(application.overruled());
        application.advice().forEach(this::advise);
    }

    /** Says beside the decision what whoever creates the pod should know. */
    void advise(Reason reason) {
        add(reason);
        warnings.add(reason.toString());
    }

    private static String account(String verb, PolicyApplication application) {
        String set = verb + String.join(", ", application.set());
        String found = "finds as it wants " + String.join(", ", application.found());
        if (application.found().isEmpty()) {
            return set;
        }
        return application.set().isEmpty() ? "F" + found.substring(1) : set + "; " + found;
    }

    /** Says of a policy that does not act that it is not for the pod: that is known when the pod is complete. */
    void notMatched(PolicyReference policy, String sentence) {
        reasons.replaceAll(reason -> reason.policy().equals(Optional.of(policy))
                ? Reason.of(policy, ReasonCode.NotMatched, sentence)
                : reason);
    }

    /** In one reason, as what is in the way of a policy that does not act may differ from one round to the next. */
    void wouldApply(CompiledPolicy policy, Role role, PolicyApplication application) {
        boolean changes = !application.set().isEmpty();
        StringBuilder sentence =
                new StringBuilder(changes ? account("Would set ", application) : "Would change nothing");
        application.overruled().forEach(reason -> sentence.append("; ").append(reason.sentence()));
        audited(policy, role, sentence.toString());
    }

    private void audited(CompiledPolicy policy, Role role, String sentence) {
        fieldsOfAudited.put(policy.reference(), policy.fields().getOrDefault(role, List.of()));
        add(Reason.of(policy.reference(), ReasonCode.WouldApply, sentence));
    }

    /** A policy that acts is skipped or denies the pod; one that does not says that it could not have. */
    void failed(CompiledPolicy policy, Role role, String sentence) {
        if (policy.mode() == Mode.Audit) {
            audited(policy, role, "Could not be applied: " + sentence);
        } else if (policy.onError().of(role) == OnError.Deny) {
            deny(Reason.of(policy.reference(), ReasonCode.Denied, sentence));
        } else {
            Reason reason = Reason.of(policy.reference(), ReasonCode.CannotApply, "Skipped: " + sentence);
            add(reason);
            warnings.add(reason.toString());
        }
    }

    /** Refuses the pod; of several denials the first is the one that is told. */
    void deny(Reason reason) {
        add(reason);
        if (denial.isEmpty()) {
            denial = Optional.of(reason.toString());
        }
    }

    Decision decision(List<PatchOperation> operations) {
        if (reasons.isEmpty()) {
            add(Reason.ofReview(ReasonCode.NoPolicies, "No policy stands in the pod's namespace"));
        }
        return new Decision(denial, denial.isPresent() ? List.of() : operations, reasons, warnings, auditAnnotations());
    }

    /**
     * Keyed by code, and without what may differ from one round to the next: the API server refuses a second value. So
     * of a policy that does not act it names the fields in which the policy says something for the role. Which of them
     * would change is among the reasons alone: where a weaker policy changes the same, a later round finds it done.
     */
    private Map<String, String> auditAnnotations() {
        Map<String, List<PolicyReference>> byCode = new TreeMap<>();
        for (Reason reason : reasons) {
            if (isForAuditor(reason.code().kind())) {
                reason.policy().ifPresent(policy -> {
                    List<PolicyReference> policies =
                            byCode.computeIfAbsent(reason.code().key(), code -> new ArrayList<>());
                    if (!policies.contains(policy)) {
                        policies.add(policy);
                    }
                });
            }
        }
        Map<String, String> annotations = new TreeMap<>();
        byCode.forEach((code, policies) -> annotations.put(code, Stamp.of(policies)));
        annotations.computeIfPresent(
                ReasonCode.WouldApply.key(), (code, stamp) -> withFields(byCode.getOrDefault(code, List.of())));
        return annotations;
    }

    private String withFields(List<PolicyReference> policies) {
        return policies.stream()
                .map(policy ->
                        policy.stamp() + ": " + String.join(", ", fieldsOfAudited.getOrDefault(policy, List.of())))
                .collect(Collectors.joining("; "));
    }

    private static boolean isForAuditor(ReasonCode.Kind kind) {
        return switch (kind) {
            case Applied, Skipped, Denied -> true;
            case Passed, Advised -> false;
        };
    }
}
