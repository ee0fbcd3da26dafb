package io.sparkusher.webhook.serve;

import io.sparkusher.policies.PolicySet;
import io.sparkusher.policies.source.PolicySources;
import io.sparkusher.webhook.certificates.SelfMadeCertificates;
import io.sparkusher.webhook.certificates.ServingIdentity;
import io.sparkusher.webhook.health.Readiness;
import io.sparkusher.webhook.http.WebhookServer;
import io.sparkusher.webhook.inforce.PolicyMetrics;
import io.sparkusher.webhook.inforce.PolicyStore;
import io.sparkusher.webhook.metrics.MetricsRegistry;
import io.sparkusher.webhook.policyfolder.PolicyWatch;
import io.sparkusher.webhook.review.DecisionLog;
import io.sparkusher.webhook.review.ReviewMetrics;
import io.sparkusher.webhook.review.Reviewer;
import io.sparkusher.webhook.warmup.WarmUp;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that runs while {@code serve} does. */
public final class Service {
    private static final Logger LOGGER = LoggerFactory.getLogger(Service.class);

    private final ServeSettings settings;
    private final FirstLoad policies;
    private final ServingIdentity identity;
    private final Readiness readiness;
    private final MetricsRegistry metrics = new MetricsRegistry().withJvm();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final WebhookServer server;
    private final Optional<PolicyWatch> watch;

    private Service(ServeSettings settings, FirstLoad policies, ServingIdentity identity)
            throws CannotServeException, InterruptedException {
        this.settings = settings;
        this.policies = policies;
        this.identity = identity;
        readiness = new Readiness(policies.store());
        PolicyMetrics.register(metrics.registry(), policies.store(), InstantSource.system());
        server = listen();
        watch = watch();
    }

    /**
     * Returns once the server listens and is warm.
     *
     * @param output for what a person wants to read once
     * @throws CannotServeException if the policies have errors, or the address cannot be listened at
     */
    public static Service start(ServeSettings settings, PrintWriter output)
            throws CannotServeException, InterruptedException {
        long start = System.nanoTime();
        FirstLoad policies = FirstLoad.of(settings, Instant.now());
        ServingIdentity identity = identity(settings);
        Service service = new Service(settings, policies, identity);
        output.print(StartMessage.of(settings, policies, service.port()));
        output.flush();
        service.warmUp();
        LOGGER.info(
                "Ready after {} ms", Duration.ofNanos(System.nanoTime() - start).toMillis());
        return service;
    }

    private static ServingIdentity identity(ServeSettings settings) throws CannotServeException {
        ServingIdentity identity = new SelfMadeCertificates(settings.names(), Instant.now()).identity();
        if (settings.writeAuthority().isPresent()) {
            write(settings.writeAuthority().get(), identity.authorities());
        }
        return identity;
    }

    private static void write(Path file, String authorities) throws CannotServeException {
        try {
            Files.writeString(file, authorities);
        } catch (IOException exception) {
            throw new CannotServeException(
                    "--write-ca: %s cannot be written: name a file in a folder that is there".formatted(file),
                    exception);
        }
    }

    private WebhookServer listen() throws CannotServeException, InterruptedException {
        Logger decisions = LoggerFactory.getLogger("decisions");
        Reviewer reviewer = new Reviewer(
                () -> policies.store().inForce().policies(),
                settings.stampEveryPod() ? PolicySet::reviewAndStamp : PolicySet::review,
                new ReviewMetrics(metrics.registry()),
                new DecisionLog(decisions));
        try {
            return WebhookServer.start(settings.server(), identity, reviewer, readiness, metrics);
        } catch (IOException exception) {
            throw cannotListen(exception);
        }
    }

    private CannotServeException cannotListen(IOException exception) {
        String place = "port %d of %s"
                .formatted(settings.server().port(), settings.server().host());
        String sentence = exception instanceof BindException
                ? "--port: %s is taken or not allowed: end what listens there, or choose another, or 0 for any free one"
                : "--host: nothing can listen at %s: name an address of this machine";
        return new CannotServeException(sentence.formatted(place), exception);
    }

    private Optional<PolicyWatch> watch() throws CannotServeException {
        if (policies.changeable().isEmpty()) {
            return Optional.empty();
        }
        PolicySources sources = policies.changeable().get();
        PolicyStore store = policies.store();
        try {
            return Optional.of(PolicyWatch.start(
                    sources, policies.fingerprint(), store, settings.watch(), InstantSource.system()));
        } catch (IOException exception) {
            throw new CannotServeException(
                    "--policies: this machine lets nobody watch one more folder: raise its inotify limits", exception);
        }
    }

    private void warmUp() throws InterruptedException {
        WarmUp.run(settings.warmUp(), policies.store(), identity);
        readiness.warmedUp();
    }

    /** Where the server listens. */
    public int port() {
        return server.port();
    }

    /** Drains, answers what is to be answered, and ends. To be called once; returns when all is done. */
    public void stop() throws InterruptedException {
        LOGGER.info("Asked to end: draining for {} ms", settings.drain().toMillis());
        try {
            server.stop(settings.drain());
            if (watch.isPresent()) {
                watch.get().close();
            }
        } catch (IOException exception) {
            LOGGER.warn("The watch over the policies could not be ended", exception);
        } finally {
            metrics.close();
            LOGGER.info("Ended");
            ended.countDown();
        }
    }

    /** Returns when {@link #stop()} has done its work. */
    public void awaitEnd() throws InterruptedException {
        ended.await();
    }
}
