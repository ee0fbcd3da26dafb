package io.sparkusher.webhook.review;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.decision.Reason;
import io.sparkusher.policies.decision.ReasonCode;
import io.sparkusher.webhook.metrics.MetricsRegistry;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ReviewMetricsTest {
    @Test
    void doesNotLetNamespacesWithoutPoliciesBecomeSeries() {
        try (MetricsRegistry metrics = new MetricsRegistry()) {
            decide(metrics, "invented", Reason.ofReview(ReasonCode.NoPolicies, "None"));

            assertTrue(metrics.scrape()
                    .contains("spark_usher_reasons_total{code=\"NoPolicies\",namespace=\"\",policy=\"\"} 1.0"));
            assertFalse(metrics.scrape().contains("invented"));
        }
    }

    @Test
    void boundsTheNumberOfSeries() {
        try (MetricsRegistry metrics = new MetricsRegistry()) {
            for (int number = 0; number < 3000; number++) {
                PolicyReference policy =
                        new PolicyReference("SparkPodPolicy", "n", "policy-" + number, OptionalLong.empty());
                decide(metrics, "n", Reason.of(policy, ReasonCode.Applied, "Done"));
            }

            long series = metrics.scrape()
                    .lines()
                    .filter(line -> line.startsWith("spark_usher_reasons_total"))
                    .count();
            assertTrue(series > 0 && series <= 1000, () -> series + " series");
        }
    }

    private static void decide(MetricsRegistry metrics, String namespace, Reason reason) {
        new ReviewMetrics(metrics.registry())
                .decided(Outcome.Unchanged, namespace, List.of(reason), Duration.ofMillis(1));
    }
}
