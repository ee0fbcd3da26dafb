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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One way through the policies for one pod, strongest first. */
final class ReviewPass {
    private final PodDraft draft;
    private final Role role;
    private final ReviewedNamespace namespace;
    private final Supplier<List<String>> faults;
    private final Map<PolicyReference, String> impossible;
    private final PodContext pod;
    private final Report report = new Report();
    private final Map<PolicyReference, String> failures = new LinkedHashMap<>();
    private final List<Match> matches = new ArrayList<>();
    private final Map<String, PolicyReference> faultsBy = new LinkedHashMap<>();

    /** Whether a policy that acts was for the pod when it had its turn. */
    private record Match(CompiledPolicy policy, boolean holds) {}

    /** What the pod would be refused for, and the policy that brought it about. */
    record Fault(PolicyReference policy, String sentence) {}

    /**
     * A pass.
     *
     * @param faults those of the pod as it stands that it did not arrive with; none where nobody wants to know them
     * @param impossible the policies of which it is known that they cannot be applied, and why
     */
    ReviewPass(
            PodDraft draft,
            Role role,
            ReviewedNamespace namespace,
            Supplier<List<String>> faults,
            Map<PolicyReference, String> impossible) {
        this.draft = draft;
        this.role = role;
        this.namespace = namespace;
        this.faults = faults;
        this.impossible = impossible;
        this.pod = new PodContext(draft, role, namespace.surroundings());
    }

    void applyPolicies() {
        boolean waivesDefaults = Waiver.isOn(draft.root().value());
        for (CompiledPolicy policy : namespace.policies()) {
            review(policy, waivesDefaults);
        }
        namespace.policies().stream()
                .filter(policy -> policy.mode() == Mode.Audit)
                .forEach(policy -> policy.matcher()
                        .mismatch(draft.root().value())
                        .ifPresent(mismatch -> report.notMatched(policy.reference(), mismatch)));
    }

    /** The first fault of the pod as it stands, in the order in which policies brought them about. */
    Optional<Fault> firstFault() {
        if (faultsBy.isEmpty()) {
            return Optional.empty();
        }
        List<String> present = faults.get();
        return faultsBy.entrySet().stream()
                .filter(fault -> present.contains(fault.getKey()))
                .map(fault -> new Fault(fault.getValue(), fault.getKey()))
                .findFirst();
    }

    Decision decision() {
        if (role == Role.Driver) {
            ExecutorForecast.of(draft.root().value(), namespace).forEach(report::deny);
        }
        draft.setAuthor(Optional.empty());
        Stamp.put(draft.root(), report.applied());
        return report.decision(draft.operations());
    }

    /** Why policies could not be applied. */
    Map<PolicyReference, String> failures() {
        return failures;
    }

    private void review(CompiledPolicy policy, boolean waivesDefaults) {
        Optional<String> mismatch = policy.matcher().mismatch(draft.root().value());
        if (policy.mode() == Mode.Enforce) {
            matches.add(new Match(policy, mismatch.isEmpty()));
        }
        if (mismatch.isPresent() && policy.mode() == Mode.Enforce) {
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
        Optional<String> fault = inject(policy, application).or(() -> faultOf(policy, application, checkpoint));
        if (fault.isPresent()) {
            giveUp(policy, checkpoint);
            failures.put(policy.reference(), fault.get());
            report.failed(policy, role, fault.get());
            return;
        }
        if (policy.mode() == Mode.Audit) {
            takeBack(policy, checkpoint);
            report.wouldApply(policy, role, application);
        } else {
            report.applied(policy.reference(), application);
            GangScheduling.warning(draft, checkpoint)
                    .map(sentence -> Reason.of(policy.reference(), ReasonCode.GangChanged, sentence))
                    .ifPresent(report::advise);
        }
    }

    /** Applies them all, so that all that the policy speaks of is known; why one cannot be, if so. */
    private Optional<String> inject(CompiledPolicy policy, PolicyApplication application) {
        List<String> causes = new ArrayList<>();
        for (Injection injection : injections(policy)) {
            try {
                injection.applyTo(application);
            } catch (CannotApplyException exception) {
                causes.add(exception.sentence());
            }
        }
        return causes.stream().findFirst();
    }

    /** Why the pod cannot stay as the policy made it; what a weaker policy may mend is only noted. */
    private Optional<String> faultOf(CompiledPolicy policy, PolicyApplication application, int checkpoint) {
        String known = impossible.get(policy.reference());
        if (known != null || draft.checkpoint() == checkpoint) {
            return Optional.ofNullable(known);
        }
        List<String> newFaults = faults.get().stream()
                .filter(fault -> !faultsBy.containsKey(fault))
                .toList();
        if (policy.mode() == Mode.Audit) {
            return newFaults.stream().findFirst();
        }
        newFaults.forEach(fault -> faultsBy.put(fault, policy.reference()));
        return changedMatch(application);
    }

    /** A label that makes a policy match that has had its turn, or no longer match, is one too late. */
    private Optional<String> changedMatch(PolicyApplication application) {
        if (application.set().stream().noneMatch(field -> field.startsWith("metadata.labels["))) {
            return Optional.empty();
        }
        return matches.stream()
                .filter(match -> match.holds()
                        == match.policy()
                                .matcher()
                                .mismatch(draft.root().value())
                                .isPresent())
                .map(match -> "metadata.labels, as it sets them, decide whether "
                        + match.policy().reference()
                        + " is for the pod, and that was decided before: give it the higher precedence of the two, or"
                        + " let the pod say the label")
                .findFirst();
    }

    /**
     * What a policy speaks of stays its own where it acts but cannot: a weaker one in its place would be taken for the
     * pod's own at the next review, and the policy could then be applied beside it.
     */
    private void giveUp(CompiledPolicy policy, int checkpoint) {
        draft.rollBack(checkpoint);
        if (policy.mode() == Mode.Audit) {
            pod.claims().release(policy.reference());
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
