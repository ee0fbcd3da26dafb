package io.sparkusher.webhook.inforce;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sparkusher.policies.LoadResult.Refused;
import io.sparkusher.policies.source.Problem;
import io.sparkusher.policies.source.Problem.Severity;
import io.sparkusher.webhook.metrics.MetricsRegistry;
import io.sparkusher.webhook.testing.Policies;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyMetricsTest {
    private static final Instant LOADED = Instant.ofEpochSecond(1_000);

    @Test
    void tellsWhatIsInForceSinceWhenAndWhatKeepsTheNewestOut() throws IOException {
        PolicyStore store = new PolicyStore(Policies.load(Policies.labelling("one")), LOADED);
        try (MetricsRegistry metrics = new MetricsRegistry()) {
            PolicyMetrics.register(metrics.registry(), store, InstantSource.fixed(LOADED.plusSeconds(30)));
            has(metrics, "spark_usher_policies_load_errors 0.0");

            store.keep(new Refused(List.of(
                    new Problem(Severity.Error, "a.yaml", 1, "", "is wrong"),
                    new Problem(Severity.Warning, "a.yaml", 2, "", "is odd"))));

            has(metrics, "spark_usher_policies 1.0");
            has(metrics, "spark_usher_policies_generation 1.0");
            has(metrics, "spark_usher_policies_age_seconds 30.0");
            has(metrics, "spark_usher_policies_last_successful_load_timestamp_seconds 1000.0");
            has(metrics, "spark_usher_policies_load_errors 1.0");
        }
    }

    private static void has(MetricsRegistry metrics, String line) {
        assertTrue(metrics.scrape().contains("\n" + line + "\n"), metrics::scrape);
    }
}
