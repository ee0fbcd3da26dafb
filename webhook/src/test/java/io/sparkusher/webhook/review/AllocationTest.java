package io.sparkusher.webhook.review;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import io.sparkusher.policies.PolicySet;
import io.sparkusher.webhook.metrics.MetricsRegistry;
import io.sparkusher.webhook.testing.Policies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What a review allocates is counted and not timed, so that a busy machine changes nothing. The bounds are 15 % above
 * what was measured last, of code that is compiled: whoever brings that down brings them down too.
 */
class AllocationTest {
    /** For each byte of the review that the API server sends. */
    private static final double BYTES_PER_BYTE = 5.75;
    /** For each byte by which a review is longer than that. */
    private static final double BYTES_PER_FURTHER_BYTE = 1.9;
    /** What is compiled, and how well, differs a little from run to run. */
    private static final double AS_MUCH = 1.05;

    private static final Path INJECTION = Path.of("..", "e2e/load/src/main/resources/policies/injection.yaml");
    private static final int FEW_POLICIES = 10;
    private static final int MANY_POLICIES = 10_000;

    private final byte[] executor = ExecutorReview.withEnvironment(1);
    private final MetricsRegistry metrics = new MetricsRegistry();

    @AfterEach
    void close() {
        metrics.close();
    }

    @Test
    void isFewTimesTheReview() throws IOException {
        assertAllocates(executor, BYTES_PER_BYTE * executor.length, FEW_POLICIES);
    }

    @Test
    void growsWithTheReviewAndNoFaster() throws IOException {
        byte[] longer = ExecutorReview.withEnvironment(10);
        double further = BYTES_PER_FURTHER_BYTE * (longer.length - executor.length);

        assertAllocates(longer, BYTES_PER_BYTE * executor.length + further, FEW_POLICIES);
    }

    @Test
    void isTheSameWithManyPoliciesOfOtherNamespaces() throws IOException {
        double most = BYTES_PER_BYTE * executor.length;
        long withFew = Allocation.of(reviewer(FEW_POLICIES), executor, Math.round(most));

        assertAllocates(executor, AS_MUCH * withFew, MANY_POLICIES);
    }

    private void assertAllocates(byte[] review, double most, int policies) throws IOException {
        Reviewer reviewer = reviewer(policies);
        assertInstanceOf(ReviewAnswer.Decided.class, reviewer.review(review));

        long bytes = Allocation.of(reviewer, review, (long) most);

        assertTrue(
                bytes <= most,
                () -> "%d bytes for a review of %d, and no more than %.0f are allowed"
                        .formatted(bytes, review.length, most));
    }

    /** With the metrics, and with the line of the log but for where it would go to. */
    private Reviewer reviewer(int policies) throws IOException {
        StringBuilder yaml = new StringBuilder(Files.readString(INJECTION));
        for (int other = 1; other < policies; other++) {
            yaml.append("---\n").append(Policies.labelling("one").replace("team-a", "team-" + other));
        }
        PolicySet loaded = Policies.load(yaml.toString()).policies();
        return new Reviewer(
                () -> loaded,
                new ReviewMetrics(metrics.registry()),
                new DecisionLog(new LoggerContext().getLogger("decisions")));
    }
}
