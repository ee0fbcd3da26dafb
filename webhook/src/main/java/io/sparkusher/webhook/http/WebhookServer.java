package io.sparkusher.webhook.http;

import io.sparkusher.webhook.certificates.ServingIdentity;
import io.sparkusher.webhook.health.Readiness;
import io.sparkusher.webhook.metrics.MetricsRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.transport.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The HTTPS server: {@code /mutate}, {@code /validate}, {@code /healthz}, {@code /readyz} and {@code /metrics}. */
public final class WebhookServer {
    private static final Duration QUIET_CHECK = Duration.ofMillis(20);
    private static final AtomicInteger SHARED_PORTS = new AtomicInteger();

    private final ServerSettings settings;
    private final Readiness readiness;
    private final Vertx vertx;
    private final AcceptGate gate;
    private final ClientConnections connections;
    private final Listener.Parts parts;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile int port;

    private WebhookServer(
            ServerSettings settings,
            ServingIdentity identity,
            Reviews reviews,
            Readiness readiness,
            MetricsRegistry metrics) {
        this.settings = settings;
        this.readiness = readiness;
        gate = new AcceptGate(settings.limits().connections());
        vertx = vertx(settings, gate);
        connections = new ClientConnections(vertx, settings.timeouts());
        RequestMetrics requests = new RequestMetrics(metrics.registry());
        requests.watchConnections(gate::openConnections);
        Answers answers = new Answers(connections, requests, readiness::isDraining);
        MemoryLimits limits = settings.limits();
        BodyBudget budget = new BodyBudget(limits.bodiesInFlight());
        List<ReviewRoute> paths = List.of(
                new ReviewRoute("/mutate", reviews.mutate(), answers, requests, budget, limits.body()),
                new ReviewRoute("/validate", reviews.validate(), answers, requests, budget, limits.body()));
        Routes routes = new Routes(connections, answers, paths, Pages.of(readiness, metrics), limits);
        parts = new Listener.Parts(identity, TlsEngine.best(), connections, routes);
    }

    private static Vertx vertx(ServerSettings settings, AcceptGate gate) {
        // Nothing is served from files, and a folder for their cache would be one more thing to be writable.
        FileSystemOptions noFiles =
                new FileSystemOptions().setClassPathResolvingEnabled(false).setFileCachingEnabled(false);
        return Vertx.builder()
                .with(new VertxOptions()
                        .setEventLoopPoolSize(settings.eventLoops())
                        .setFileSystemOptions(noFiles))
                .withTransport(new GatedTransport(transport(), gate))
                .build();
    }

    /** Epoll takes a quarter less CPU time than the JDK's selectors, which serve where there is no epoll. */
    private static Transport transport() {
        return Transport.EPOLL != null && Transport.EPOLL.available() ? Transport.EPOLL : Transport.NIO;
    }

    /**
     * Returns when it listens.
     *
     * @throws IOException if the address cannot be listened at, such as a {@link java.net.BindException}
     */
    public static WebhookServer start(
            ServerSettings settings,
            ServingIdentity identity,
            Reviews reviews,
            Readiness readiness,
            MetricsRegistry metrics)
            throws IOException, InterruptedException {
        WebhookServer server = new WebhookServer(settings, identity, reviews, readiness, metrics);
        try {
            server.listen();
            return server;
        } catch (ExecutionException exception) {
            server.vertx.close();
            if (exception.getCause() instanceof IOException cause) {
                throw EpollErrors.asJavaHasIt(cause);
            }
            throw new IllegalStateException("The server cannot be put together", exception);
        }
    }

    private void listen() throws ExecutionException, InterruptedException {
        // To Vert.x a negative port is any free one, the same for all who give the same negative number.
        ServerSettings shared = settings.port() == 0 ? settings.withPort(SHARED_PORTS.decrementAndGet()) : settings;
        Supplier<Listener> deployed = () -> {
            Listener listener = new Listener(shared, parts);
            listeners.add(listener);
            return listener;
        };
        await(vertx.deployVerticle(deployed, new DeploymentOptions().setInstances(settings.eventLoops())));
        port = listeners.get(0).port();
    }

    private static void await(Future<?> future) throws ExecutionException, InterruptedException {
        future.toCompletionStage().toCompletableFuture().get();
    }

    /**
     * Serves another identity to all later connections; those that there are stay as they are. Returns when it does.
     *
     * @throws IllegalArgumentException if the identity is not one of a server: the present one stays
     */
    public void use(ServingIdentity identity) {
        try {
            await(Future.all(
                    listeners.stream().map(listener -> listener.use(identity)).toList()));
        } catch (ExecutionException exception) {
            throw new IllegalArgumentException("The certificate or its key cannot be served", exception);
        } catch (InterruptedException end) {
            // It is used all the same, a moment later.
            Thread.currentThread().interrupt();
        }
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /**
     * Ends in order. From now on it is not ready, and every answer tells its client to come back on another connection.
     * New ones are accepted for as long as it may take until everybody has heard of it; then those that are owed an
     * answer get it, and all are closed. Returns when that is done.
     */
    public void stop(Duration drain) throws InterruptedException {
        readiness.drain();
        Future<Void> done = after(drain)
                .compose(drained -> gate.stopListening())
                .compose(stopped ->
                        allAnswered(System.nanoTime() + settings.lastAnswers().toNanos()));
        try {
            await(done);
            // From this thread: the event loops that would tell of the end have ended then.
            await(vertx.close());
        } catch (ExecutionException exception) {
            throw new IllegalStateException("Waiting and closing do not fail", exception);
        }
    }

    private Future<Void> after(Duration time) {
        return time.isZero()
                ? Future.succeededFuture()
                : vertx.timer(time.toMillis()).mapEmpty();
    }

    private Future<Void> allAnswered(long deadline) {
        boolean handshakes = gate.openConnections() > connections.count();
        if (System.nanoTime() > deadline || (!handshakes && !connections.anyIsOwedAnAnswer())) {
            return Future.succeededFuture();
        }
        return after(QUIET_CHECK).compose(later -> allAnswered(deadline));
    }
}
