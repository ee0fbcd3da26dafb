package io.sparkusher.policies.review;

import io.sparkusher.policies.api.Band;
import io.sparkusher.policies.api.Mode;
import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.compile.CompiledPolicy;
import io.sparkusher.policies.decision.Decision;
import io.sparkusher.policies.decision.Reason;
import io.sparkusher.policies.decision.ReasonCode;
import io.sparkusher.policies.injection.CannotApplyException;
import io.sparkusher.policies.injection.Injection;
import io.sparkusher.policies.injection.PodContext;
import io.sparkusher.policies.injection.PolicyApplication;
import io.sparkusher.policies.patch.PodDraft;
import io.sparkusher.policies.pod.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Applies the policies of one namespace to one Spark pod, strongest first. */
final class PodReviewer {
    private final PodDraft draft;
    private final Role role;
    private final ReviewedNamespace namespace;
    private final PodContext pod;
    private final PodValidity validity;
    private final Report report = new Report();
    private final Map<PolicyReference, String> failures = new LinkedHashMap<>();

    PodReviewer(PodDraft draft, Role role, ReviewedNamespace namespace) {
        this.draft = draft;
        this.role = role;
        this.namespace = namespace;
        this.pod = new PodContext(draft, role, namespace.name(), namespace.labels(), namespace.poolKeys());
        this.validity = new PodValidity(draft.root());
    }

    Decision review() {
        boolean waivesDefaults = Waiver.isOn(draft.root().value());
        for (CompiledPolicy policy : namespace.policies()) {
            review(policy, waivesDefaults);
        }
        if (role == Role.Driver) {
            ExecutorForecast.of(draft.root().value(), namespace).forEach(report::deny);
        }
        draft.setAuthor(Optional.empty());
        Stamp.put(draft.root(), report.applied());
        return report.decision(draft.operations());
    }

    /** Why policies could not be applied, after the review. */
    Map<PolicyReference, String> failures() {
        return failures;
    }

    private void review(CompiledPolicy policy, boolean waivesDefaults) {
        Optional<String> mismatch = policy.matcher().mismatch(draft.root().value());
        if (mismatch.isPresent()) {
            report.add(Reason.of(policy.reference(), ReasonCode.NotMatched, mismatch.get()));
        } else if (injections(policy).isEmpty()) {
            String sentence = "It has nothing for a pod of the role " + role.label();
            report.add(Reason.of(policy.reference(), ReasonCode.NotMatched, sentence));
        } else if (waivesDefaults && policy.band() == Band.Default) {
            String sentence = "The pod waives Default policies by its annotation " + Waiver.ANNOTATION;
            report.add(Reason.of(policy.reference(), ReasonCode.Waived, sentence));
        } else {
            apply(policy);
        }
    }

    private void apply(CompiledPolicy policy) {
        int checkpoint = draft.checkpoint();
        draft.setAuthor(Optional.of(policy.reference()));
        PolicyApplication application = new PolicyApplication(pod, policy.reference(), policy.rung());
        try {
            for (Injection injection : injections(policy)) {
                injection.applyTo(application);
            }
            if (draft.checkpoint() > checkpoint) {
                validity.check();
            }
        } catch (CannotApplyException exception) {
            takeBack(policy, checkpoint);
            failures.put(policy.reference(), exception.sentence());
            report.failed(policy, role, exception.sentence());
            return;
        }
        if (policy.mode() == Mode.Audit) {
            takeBack(policy, checkpoint);
            report.wouldApply(policy.reference(), application);
        } else {
            report.applied(policy.reference(), application);
            GangScheduling.warning(draft, checkpoint)
                    .map(sentence -> Reason.of(policy.reference(), ReasonCode.GangChanged, sentence))
                    .ifPresent(report::advise);
        }
    }

    private void takeBack(CompiledPolicy policy, int checkpoint) {
        draft.rollBack(checkpoint);
        pod.claims().release(policy.reference());
    }

    private List<Injection> injections(CompiledPolicy policy) {
        return policy.injections().getOrDefault(role, List.of());
    }
}
