package io.sparkusher.webhook.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sparkusher.policies.PolicySet;
import io.sparkusher.policies.decision.Decision;
import io.sparkusher.policies.pod.PodReview;
import io.sparkusher.webhook.testing.Policies;
import io.sparkusher.webhook.testing.RecordedReviews;
import java.io.IOException;
import java.util.Base64;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ReviewerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void leavesAPodAloneThatNoPolicyIsFor() throws IOException {
        assertFalse(answer(PolicySet::review).has("patch"));
    }

    @Test
    void stampsItWhereEveryPodIsStamped() throws IOException {
        String patch = answer(PolicySet::reviewAndStamp).path("patch").asText();
        JsonNode operations = JSON.readTree(new String(Base64.getDecoder().decode(patch), UTF_8));
        JsonNode operation = operations.get(operations.size() - 1);
        assertEquals(
                "/metadata/annotations/spark-usher.io~1applied",
                operation.path("path").asText());
        assertEquals("", operation.path("value").textValue());
    }

    /** To the review of an executor, with a policy for drivers. */
    private static JsonNode answer(BiFunction<PolicySet, PodReview, Decision> way) throws IOException {
        PolicySet policies = Policies.load(Policies.labelling("one").replace("executor:", "driver:"))
                .policies();
        Reviewer reviewer = new Reviewer(
                () -> policies,
                way,
                new ReviewMetrics(new SimpleMeterRegistry()),
                new DecisionLog(LoggerFactory.getLogger("decisions")),
                ConflictListener.NOBODY);
        ReviewAnswer.Decided decided =
                assertInstanceOf(ReviewAnswer.Decided.class, reviewer.review(RecordedReviews.executor()));
        return JSON.readTree(decided.json()).path("response");
    }
}
