package io.sparkusher.webhook.review;

import io.sparkusher.policies.PolicySet;
import io.sparkusher.policies.decision.Decision;
import io.sparkusher.policies.decision.Reason;
import io.sparkusher.policies.decision.ReasonCode;
import io.sparkusher.policies.pod.PodReview;
import io.sparkusher.policies.review.Reviews;
import io.sparkusher.webhook.admission.AdmissionRequest;
import io.sparkusher.webhook.admission.AdmissionReviewReader;
import io.sparkusher.webhook.admission.AdmissionReviewWriter;
import io.sparkusher.webhook.admission.ReadResult;
import io.sparkusher.webhook.refusal.Refusal;
import io.sparkusher.webhook.refusal.RefusalCause;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** From the body of a request to the body of its answer, and to what the log and the metrics have to say of it. */
public final class Reviewer {
    private final Supplier<PolicySet> policies;
    private final BiFunction<PolicySet, PodReview, Decision> way;
    private final ReviewMetrics metrics;
    private final DecisionLog log;
    private final ConflictListener conflicts;

    /**
     * With policies that may be replaced while it works.
     *
     * @param policies asked once for each review: what it gives decides about all of that review
     */
    public Reviewer(Supplier<PolicySet> policies, ReviewMetrics metrics, DecisionLog log) {
        this(policies, PolicySet::review, metrics, log, ConflictListener.NOBODY);
    }

    /**
     * Likewise, with one of the ways in which policies decide.
     *
     * @param way {@link PolicySet#review} or {@link PolicySet#reviewAndStamp}
     * @param conflicts hears of policies that a pod met in conflict
     */
    public Reviewer(
            Supplier<PolicySet> policies,
            BiFunction<PolicySet, PodReview, Decision> way,
            ReviewMetrics metrics,
            DecisionLog log,
            ConflictListener conflicts) {
        this.policies = policies;
        this.way = way;
        this.metrics = metrics;
        this.log = log;
        this.conflicts = conflicts;
    }

    /** Never throws, and keeps nothing of the body. */
    public ReviewAnswer review(byte[] body) {
        long start = System.nanoTime();
        ReadResult result = AdmissionReviewReader.read(body);
        if (result instanceof ReadResult.Refused refused) {
            return new ReviewAnswer.Refused(refused.refusal());
        }
        return decide(((ReadResult.Read) result).request(), start);
    }

    // Whatever goes wrong for one pod must not keep the next one from its review.
    private ReviewAnswer decide(AdmissionRequest request, long start) {
        // Read before the review takes possession of the object and changes it.
        PodIdentity pod = PodIdentity.of(request);
        try {
            return decide(request, pod, policies.get(), start);
        } catch (RuntimeException | StackOverflowError mistake) {
            metrics.failed();
            log.failed(pod, mistake);
            return new ReviewAnswer.Failed(request.uid());
        }
    }

    private ReviewAnswer decide(AdmissionRequest request, PodIdentity pod, PolicySet current, long start) {
        String namespace = request.review().namespace();
        if (Reviews.isOfSparkPod(request.review()) && !current.knows(namespace)) {
            return new ReviewAnswer.Refused(unknown(namespace));
        }
        Decision decision = way.apply(current, request.review());
        byte[] json = AdmissionReviewWriter.write(request.uid(), decision);
        record(pod, decision, Duration.ofNanos(System.nanoTime() - start));
        return new ReviewAnswer.Decided(json);
    }

    private static Refusal unknown(String namespace) {
        return new Refusal(
                RefusalCause.UnknownNamespace,
                "Namespace %s is not known here yet: ask again in a second".formatted(namespace));
    }

    private void record(PodIdentity pod, Decision decision, Duration duration) {
        Outcome outcome = Outcome.of(decision);
        metrics.decided(outcome, pod.namespace(), decision.reasons(), duration);
        log.decided(pod, outcome, decision, duration);
        for (Reason reason : decision.reasons()) {
            if (reason.code() == ReasonCode.Conflicted) {
                tellOfConflict(reason);
            }
        }
    }

    private void tellOfConflict(Reason reason) {
        reason.policy().ifPresent(policy -> reason.rival().ifPresent(rival -> conflicts.conflicted(policy, rival)));
    }
}
