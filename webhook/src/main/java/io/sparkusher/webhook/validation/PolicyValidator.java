package io.sparkusher.webhook.validation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.PolicyObject;
import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.catalog.SpecSize;
import io.sparkusher.policies.pod.PodReview;
import io.sparkusher.policies.source.Problem;
import io.sparkusher.policies.source.Problem.Severity;
import io.sparkusher.webhook.admission.AdmissionRequest;
import io.sparkusher.webhook.admission.AdmissionReviewReader;
import io.sparkusher.webhook.admission.AdmissionReviewWriter;
import io.sparkusher.webhook.admission.ObjectCheck;
import io.sparkusher.webhook.admission.ReadResult;
import io.sparkusher.webhook.admission.ReviewedVersions;
import io.sparkusher.webhook.review.ReviewAnswer;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the API server store no policy or node pool that nobody could use. What does not change the spec of an object
 * always passes, so that one which was stored in spite of its errors can be labelled, finalized and deleted. A node pool
 * that policies name is not deleted: a replica that starts later could not put them into force.
 */
public final class PolicyValidator {
    private static final Logger LOGGER = LoggerFactory.getLogger(PolicyValidator.class);
    private static final Set<String> OPERATIONS = Set.of("CREATE", "UPDATE");
    private static final String NODE_POOLS = "sparknodepools." + PolicyObject.GROUP;

    /** As long as what the API server makes up. */
    private static final String SUFFIX = "00000";

    private final Function<ObjectNode, List<Problem>> check;
    private final Function<String, List<PolicyReference>> usersOfPool;

    /**
     * Knows what there is by asking others.
     *
     * @param check tells what is wrong with an object, and may change it
     * @param usersOfPool which policies keep a node pool from being deleted, by its name
     */
    public PolicyValidator(
            Function<ObjectNode, List<Problem>> check, Function<String, List<PolicyReference>> usersOfPool) {
        this.check = check;
        this.usersOfPool = usersOfPool;
    }

    /** From the body of a request to the body of its answer. Never throws, and keeps nothing of the body. */
    public ReviewAnswer review(byte[] body) {
        ReadResult result = AdmissionReviewReader.read(body);
        if (result instanceof ReadResult.Refused refused) {
            return new ReviewAnswer.Refused(refused.refusal());
        }
        AdmissionRequest request = ((ReadResult.Read) result).request();
        try {
            return new ReviewAnswer.Decided(
                    isDeletionOfAPool(request.review())
                            ? deletion(request, ReviewedVersions.of(body))
                            : storage(request, body));
        } catch (RuntimeException | StackOverflowError mistake) {
            LOGGER.error("A policy could not be checked by a mistake in Spark Usher", mistake);
            return new ReviewAnswer.Failed(request.uid());
        }
    }

    private static boolean isDeletionOfAPool(PodReview review) {
        return review.resource().equals(NODE_POOLS)
                && review.subResource().isEmpty()
                && review.operation().equals("DELETE");
    }

    /** Where a whole collection is deleted, each of its objects is asked about by itself. */
    private byte[] deletion(AdmissionRequest request, ReviewedVersions versions) {
        String pool = versions.oldObject().path("metadata").path("name").asText(request.name());
        return PoolDeletion.objection(pool, usersOfPool.apply(pool))
                .map(objection -> AdmissionReviewWriter.forbid(request.uid(), objection))
                .orElseGet(() -> AdmissionReviewWriter.write(request.uid(), ObjectCheck.NOTHING_TO_SAY));
    }

    private byte[] storage(AdmissionRequest request, byte[] body) {
        ObjectCheck check =
                isOfOurs(request.review()) ? check(request, ReviewedVersions.of(body)) : ObjectCheck.NOTHING_TO_SAY;
        return AdmissionReviewWriter.write(request.uid(), check);
    }

    private static boolean isOfOurs(PodReview review) {
        return review.resource().endsWith("." + PolicyObject.GROUP)
                && review.subResource().isEmpty()
                && OPERATIONS.contains(review.operation());
    }

    private ObjectCheck check(AdmissionRequest request, ReviewedVersions versions) {
        ObjectNode object = versions.object();
        if (object.path("spec").equals(versions.oldObject().path("spec"))) {
            return ObjectCheck.NOTHING_TO_SAY;
        }
        name(object.withObject("metadata"), request);
        if (SpecSize.of(object).isTooLarge()) {
            return new ObjectCheck(List.of("spec: is " + SpecSize.TOO_LARGE), List.of());
        }
        List<Problem> problems = check.apply(object);
        return new ObjectCheck(sentences(problems, Severity.Error), sentences(problems, Severity.Warning));
    }

    /** An object to be created may have a name that is still to be made up, and its namespace beside it alone. */
    private static void name(ObjectNode metadata, AdmissionRequest request) {
        String generateName = metadata.path("generateName").asText();
        if (!metadata.hasNonNull("name") && !generateName.isEmpty()) {
            metadata.put("name", generateName + SUFFIX);
        }
        String namespace = request.review().namespace();
        if (!metadata.hasNonNull("namespace") && !namespace.isEmpty()) {
            metadata.put("namespace", namespace);
        }
    }

    private static List<String> sentences(List<Problem> problems, Severity severity) {
        return problems.stream()
                .filter(problem -> problem.severity() == severity)
                .map(problem ->
                        problem.path().isEmpty() ? problem.message() : problem.path() + ": " + problem.message())
                .toList();
    }
}
