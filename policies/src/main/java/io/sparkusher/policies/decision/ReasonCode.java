package io.sparkusher.policies.decision;

import io.sparkusher.policies.api.Description;
import java.util.Locale;

/** Every code that a {@link Reason} may carry. They are API: metrics, audit annotations and people's alerts use them. */
public enum ReasonCode {
    @Description("The review is not about the creation of a Spark driver or executor pod.")
    NotReviewed(Kind.Passed),
    @Description("No policy stands in the pod's namespace.")
    NoPolicies(Kind.Passed),
    @Description("The policy's match does not pick this pod, or the policy has nothing for its role.")
    NotMatched(Kind.Passed),
    @Description("A part of the policy is about something that this pod does not have.")
    NothingToDo(Kind.Passed),
    @Description("What the policy says holds on the pod, because this review put it there or because it was there.")
    Applied(Kind.Applied),
    @Description("The pod already says otherwise, and the policy's band lets the pod win.")
    PodWins(Kind.Skipped),
    @Description("A stronger policy says otherwise.")
    StrongerPolicyWins(Kind.Skipped),
    @Description("Two Required policies of one rung say different things; the other one comes first.")
    Conflicted(Kind.Skipped),
    @Description("The pod waives policies of the band Default.")
    Waived(Kind.Skipped),
    @Description("The policy is in mode Audit: this is what it would have done.")
    WouldApply(Kind.Skipped),
    @Description("Applied, the policy would have yielded a pod that cannot run.")
    CannotApply(Kind.Skipped),
    @Description("The policy's sidecars are ordinary containers, as the cluster has no native ones.")
    OrdinarySidecars(Kind.Advised),
    @Description(
            "The policy changed what a pod of a gang needs or where it may run, and the gang's scheduler may not know.")
    GangChanged(Kind.Advised),
    @Description("The pod is refused, because the policy must apply and cannot.")
    Denied(Kind.Denied);

    /** What a code says of its policy. */
    public enum Kind {
        Passed,
        Applied,
        Skipped,
        /** Something to know beside: a warning, and not for the auditor, as a later round may have no cause for it. */
        Advised,
        Denied
    }

    private final Kind kind;
    private final String key = name().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);

    ReasonCode(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** The code in words joined by hyphens, as keys of annotations are written: {@code pod-wins}. */
    public String key() {
        return key;
    }
}
