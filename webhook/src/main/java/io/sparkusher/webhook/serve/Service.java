package io.sparkusher.webhook.serve;

import io.sparkusher.policies.PolicySet;
import io.sparkusher.webhook.certificates.CertificateMetrics;
import io.sparkusher.webhook.certificates.ServingIdentity;
import io.sparkusher.webhook.health.Readiness;
import io.sparkusher.webhook.http.Reviews;
import io.sparkusher.webhook.http.WebhookServer;
import io.sparkusher.webhook.inforce.PolicyMetrics;
import io.sparkusher.webhook.inforce.PolicyStore;
import io.sparkusher.webhook.metrics.MetricsRegistry;
import io.sparkusher.webhook.review.DecisionLog;
import io.sparkusher.webhook.review.ReviewMetrics;
import io.sparkusher.webhook.review.Reviewer;
import io.sparkusher.webhook.validation.PolicyValidator;
import io.sparkusher.webhook.warmup.WarmUp;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.BindException;
import java.security.Security;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that runs while {@code serve} does. */
public final class Service {
    private static final Logger LOGGER = LoggerFactory.getLogger(Service.class);

    private final ServeSettings settings;
    private final Environment environment;
    private final ServingIdentity firstIdentity;
    private final Readiness readiness;
    private final MetricsRegistry metrics = new MetricsRegistry().withJvm();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final WebhookServer server;

    private Service(ServeSettings settings, Environment environment) throws CannotServeException, InterruptedException {
        this.settings = settings;
        this.environment = environment;
        firstIdentity = environment.certificates().identity();
        readiness = new Readiness(environment.store(), List.of(environment.certificates()::check));
        PolicyMetrics.register(metrics.registry(), environment.store(), InstantSource.system());
        CertificateMetrics.register(metrics.registry(), environment.certificates());
        environment.register(metrics.registry());
        server = listen();
        environment.certificates().onChange(firstIdentity, server::use);
    }

    /**
     * Returns once the server listens. It is not ready before {@link #warmUp()} has returned.
     *
     * @param output for what a person wants to read once
     * @throws CannotServeException if the policies have errors, or the address cannot be listened at
     */
    static Service start(ServeSettings settings, PrintWriter output) throws CannotServeException, InterruptedException {
        keepKeysInMemoryAsTheyAre();
        Environment environment = environment(settings);
        AuthorityFile.write(
                settings.writeAuthority(), environment.certificates().identity());
        Service service = new Service(settings, environment);
        output.print(StartMessage.of(settings, environment, service.port()));
        output.flush();
        return service;
    }

    // Vert.x makes key stores of PEM, in memory, where ten thousand rounds of hashing, as a file deserves, protect
    // nothing.
    // Nothing else of the program makes a key store.
    private static void keepKeysInMemoryAsTheyAre() {
        Security.setProperty("keystore.pkcs12.keyPbeIterationCount", "1");
    }

    private static Environment environment(ServeSettings settings) throws CannotServeException, InterruptedException {
        if (settings.policies() instanceof PolicySource.Folder folder) {
            return FolderEnvironment.start(folder, settings.names());
        }
        return ClusterEnvironment.start((PolicySource.Cluster) settings.policies(), settings.names());
    }

    private WebhookServer listen() throws CannotServeException, InterruptedException {
        Logger decisions = LoggerFactory.getLogger("decisions");
        PolicyStore store = environment.store();
        Reviewer reviewer = new Reviewer(
                () -> store.inForce().policies(),
                settings.stampEveryPod() ? PolicySet::reviewAndStamp : PolicySet::review,
                new ReviewMetrics(metrics.registry()),
                new DecisionLog(decisions),
                environment.conflicts());
        PolicyValidator validator = new PolicyValidator(environment::check, environment::usersOf);
        Reviews reviews = new Reviews(reviewer::review, validator::review);
        try {
            return WebhookServer.start(settings.server(), firstIdentity, reviews, readiness, metrics);
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

    /** Waits for policies, exercises itself, and is ready. Returns early where it is stopped meanwhile. */
    void warmUp() throws InterruptedException {
        environment.awaitFirst();
        if (!readiness.isDraining()) {
            WarmUp.run(
                    settings.warmUp(),
                    environment.store(),
                    environment.certificates().identity());
            readiness.warmedUp();
            // By the JVM's own count: the system says to a second only when a process began.
            LOGGER.info(
                    "Ready after {} ms, counted from the process's start",
                    ManagementFactory.getRuntimeMXBean().getUptime());
        }
    }

    /** Where the server listens. */
    int port() {
        return server.port();
    }

    /** Drains, answers what is to be answered, and ends. To be called once; returns when all is done. */
    void stop() throws InterruptedException {
        LOGGER.info("Asked to end: draining for {} ms", settings.drain().toMillis());
        try {
            server.stop(settings.drain());
            environment.close();
        } catch (IOException exception) {
            LOGGER.warn("The watch over the policies could not be ended", exception);
        } finally {
            metrics.close();
            LOGGER.info("Ended");
            ended.countDown();
        }
    }

    /** Returns when {@link #stop()} has done its work. */
    void awaitEnd() throws InterruptedException {
        ended.await();
    }
}
