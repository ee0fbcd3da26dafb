package io.sparkusher.webhook.testing;

import io.sparkusher.policies.PolicySet;
import io.sparkusher.policies.catalog.PolicyCatalog;
import io.sparkusher.webhook.certificates.SelfMadeCertificates;
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
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.LoggerFactory;

/** A real server on a free port of this machine, with certificates of its own. */
public final class TestServer implements AutoCloseable {
    private final ServingIdentity identity = new SelfMadeCertificates(List.of(), Instant.now()).identity();

    private final MetricsRegistry metrics = new MetricsRegistry();
    private final PolicyStore policies;
    private final Readiness readiness;
    private final WebhookServer server;

    private TestServer(UnaryOperator<ServerSettings> settings, Function<PolicyStore, PolicySet> choice)
            throws IOException, InterruptedException {
        policies = new PolicyStore(Policies.load(Policies.labelling("one")), Instant.now());
        readiness = new Readiness(policies, List.of());
        Reviewer reviewer = new Reviewer(
                () -> choice.apply(policies),
                new ReviewMetrics(metrics.registry()),
                new DecisionLog(LoggerFactory.getLogger("decisions")));
        PolicyValidator validator = new PolicyValidator(PolicyCatalog::check, pool -> List.of());
        server = WebhookServer.start(
                settings.apply(ServerSettings.of("127.0.0.1", 0)),
                identity,
                new Reviews(reviewer::review, validator::review),
                readiness,
                metrics);
    }

    /** With default settings and a policy that labels executors with {@code one}. */
    public static TestServer start() throws IOException, InterruptedException {
        return start(UnaryOperator.identity());
    }

    public static TestServer start(UnaryOperator<ServerSettings> settings) throws IOException, InterruptedException {
        return new TestServer(settings, store -> store.inForce().policies());
    }

    /** With a mistake that shows in every review. */
    public static TestServer startMistaken() throws IOException, InterruptedException {
        return new TestServer(UnaryOperator.identity(), store -> {
            throw new IllegalStateException("A mistake\nof two lines");
        });
    }

    public PolicyStore policies() {
        return policies;
    }

    public Readiness readiness() {
        return readiness;
    }

    public MetricsRegistry metrics() {
        return metrics;
    }

    public ServingIdentity identity() {
        return identity;
    }

    /** Has it serve another identity from now on. */
    public void use(ServingIdentity other) {
        server.use(other);
    }

    public int port() {
        return server.port();
    }

    public TlsClient connect() throws IOException {
        return TlsClient.connect(port(), identity.authorities());
    }

    /** Connected, without TLS. */
    public Socket connectWithoutTls() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port());
    }

    public void stop(Duration drain) throws InterruptedException {
        server.stop(drain);
    }

    @Override
    public void close() {
        try {
            stop(Duration.ZERO);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
        }
        metrics.close();
    }
}
