package io.sparkusher.webhook.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.sparkusher.policies.PolicySet;
import io.sparkusher.policies.catalog.ClusterObjects;
import io.sparkusher.policies.catalog.PolicyCatalog;
import io.sparkusher.policies.kubernetes.KubernetesVersion;
import io.sparkusher.policies.pod.ServiceAccounts;
import io.sparkusher.webhook.metrics.MetricsRegistry;
import io.sparkusher.webhook.refusal.Refusal;
import io.sparkusher.webhook.refusal.RefusalCause;
import io.sparkusher.webhook.testing.RecordedReviews;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.helpers.NOPLogger;

class UnknownNamespaceTest {
    @Test
    void asksToComeAgainAboutASparkPod() {
        ReviewAnswer answer = review(Map.of(), RecordedReviews.executor());

        Refusal refusal = assertInstanceOf(ReviewAnswer.Refused.class, answer).refusal();
        assertEquals(RefusalCause.UnknownNamespace, refusal.cause());
        assertEquals("Namespace team-a is not known here yet: ask again in a second", refusal.sentence());
        assertEquals(503, refusal.cause().status());
    }

    @Test
    void letsEverythingElsePass() {
        byte[] plain = new String(RecordedReviews.executor(), StandardCharsets.UTF_8)
                .replace("spark-role", "spark-roll")
                .getBytes(StandardCharsets.UTF_8);

        assertInstanceOf(ReviewAnswer.Decided.class, review(Map.of(), plain));
    }

    @Test
    void decidesOnceTheNamespaceIsKnown() {
        assertInstanceOf(ReviewAnswer.Decided.class, review(Map.of("team-a", Map.of()), RecordedReviews.executor()));
    }

    private static ReviewAnswer review(Map<String, Map<String, String>> namespaces, byte[] body) {
        PolicySet policies = new PolicyCatalog(KubernetesVersion.NEWEST)
                .evaluate(new ClusterObjects(List.of(), namespaces, new ServiceAccounts(Map.of())))
                .policies();
        try (MetricsRegistry metrics = new MetricsRegistry()) {
            return new Reviewer(
                            () -> policies,
                            new ReviewMetrics(metrics.registry()),
                            new DecisionLog(NOPLogger.NOP_LOGGER))
                    .review(body);
        }
    }
}
