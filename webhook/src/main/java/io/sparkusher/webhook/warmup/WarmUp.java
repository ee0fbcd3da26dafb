package io.sparkusher.webhook.warmup;

import io.sparkusher.policies.catalog.PolicyCatalog;
import io.sparkusher.webhook.certificates.ServingIdentity;
import io.sparkusher.webhook.health.Readiness;
import io.sparkusher.webhook.http.Reviews;
import io.sparkusher.webhook.http.ServerSettings;
import io.sparkusher.webhook.http.WebhookServer;
import io.sparkusher.webhook.inforce.PolicyStore;
import io.sparkusher.webhook.metrics.MetricsRegistry;
import io.sparkusher.webhook.review.DecisionLog;
import io.sparkusher.webhook.review.ReviewMetrics;
import io.sparkusher.webhook.review.Reviewer;
import io.sparkusher.webhook.validation.PolicyValidator;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOPLogger;

/**
 * Reviews samples, over TLS as the API server would, at a second server that nobody else knows: the first reviews of a
 * fresh JVM take many times as long as later ones. Nothing of it shows in metrics or log.
 */
public final class WarmUp {
    private static final Logger LOGGER = LoggerFactory.getLogger(WarmUp.class);

    private WarmUp() {}

    /** Returns after the last sample, or when the time is over. Never fails: a cold server is better than none. */
    public static void run(WarmUpSettings settings, PolicyStore policies, ServingIdentity identity)
            throws InterruptedException {
        long deadline = System.nanoTime() + settings.limit().toNanos();
        try (MetricsRegistry metrics = new MetricsRegistry()) {
            WebhookServer server = serve(policies, identity, metrics);
            try {
                List<byte[]> samples = Samples.in(policies.inForce().policies().namespaces());
                int reviews = new SampleClient(server.port(), identity, samples).send(settings, deadline);
                LOGGER.debug("Warmed up with {} reviews", reviews);
            } finally {
                server.stop(Duration.ZERO);
            }
        } catch (IOException exception) {
            LOGGER.warn("The warm-up did not come to its end: the first reviews will be slow", exception);
        }
    }

    private static WebhookServer serve(PolicyStore policies, ServingIdentity identity, MetricsRegistry metrics)
            throws IOException, InterruptedException {
        Reviewer reviewer = new Reviewer(
                () -> policies.inForce().policies(),
                new ReviewMetrics(metrics.registry()),
                new DecisionLog(NOPLogger.NOP_LOGGER));
        PolicyValidator validator = new PolicyValidator(PolicyCatalog::check, pool -> List.of());
        return WebhookServer.start(
                ServerSettings.of("127.0.0.1", 0),
                identity,
                new Reviews(reviewer::review, validator::review),
                new Readiness(policies, List.of()),
                metrics);
    }
}
