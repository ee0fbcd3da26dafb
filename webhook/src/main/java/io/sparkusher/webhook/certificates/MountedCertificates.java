package io.sparkusher.webhook.certificates;

import io.sparkusher.certs.GivenCertificate;
import io.sparkusher.webhook.certificates.MountedFiles.Content;
import io.sparkusher.webhook.files.FolderEvents;
import io.sparkusher.webhook.health.Check;
import io.sparkusher.webhook.trust.WebhookConfigurations;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A certificate in files, such as a mounted Secret, that another program renews. What is served changes with the files
 * once the webhook configurations have trusted the new certificate for a while; files that cannot be served change
 * nothing.
 */
public final class MountedCertificates implements CertificateSource {
    private static final Logger LOGGER = LoggerFactory.getLogger(MountedCertificates.class);
    private static final String CHECK = "trusted";

    private final MountedSettings settings;
    private final MountedFiles files;
    private final Optional<MountedTrust> trust;
    private final InstantSource clock;
    private final FolderEvents events;
    private final CurrentIdentity current;
    private final Thread thread = new Thread(this::run, "mounted-certificates");
    private String digest;
    private Optional<Content> next = Optional.empty();
    private volatile Content served;
    private volatile boolean everTrusted;

    private MountedCertificates(
            MountedSettings settings, Optional<WebhookConfigurations> configurations, InstantSource clock)
            throws UnusableCertificateException, IOException {
        this.settings = settings;
        this.clock = clock;
        files = new MountedFiles(settings.folder());
        digest = files.digest();
        served = files.read(clock.instant());
        current = new CurrentIdentity(served.identity());
        events = new FolderEvents(List.of(settings.folder()));
        trust = configurations.map(ours -> MountedTrust.start(ours, settings));
        everTrusted = trust.isEmpty();
        thread.setDaemon(true);
    }

    /**
     * Reads the files, and begins to watch them.
     *
     * @param configurations that are to trust the certificate; empty outside a cluster, where whoever calls the server
     *     knows whom to trust
     * @throws UnusableCertificateException if the files cannot be served
     * @throws IOException if the folder cannot be watched
     */
    public static MountedCertificates start(
            MountedSettings settings, Optional<WebhookConfigurations> configurations, InstantSource clock)
            throws UnusableCertificateException, IOException {
        MountedCertificates certificates = new MountedCertificates(settings, configurations, clock);
        certificates.thread.start();
        return certificates;
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                look();
                events.await(settings.rescan());
                events.register();
            }
        } catch (ClosedWatchServiceException | InterruptedException end) {
            LOGGER.debug("The mounted certificate is no longer watched");
        }
    }

    // A mistake in the program must not end the watch over all later changes.
    private void look() {
        try {
            readIfChanged();
            trust.ifPresent(present -> present.look(contents(), clock.instant()));
            serveNextIfTrusted();
        } catch (RuntimeException mistake) {
            LOGGER.error("Looking after the mounted certificate failed by a mistake in Spark Usher", mistake);
        }
    }

    private void readIfChanged() {
        String now = files.digest();
        if (now.equals(digest)) {
            return;
        }
        digest = now;
        try {
            next = Optional.of(files.read(clock.instant()));
            trust.ifPresent(MountedTrust::filesChanged);
        } catch (UnusableCertificateException exception) {
            LOGGER.error(
                    "The certificate that is served stays, because the new files cannot be: {}",
                    exception.getMessage());
        }
    }

    private List<Content> contents() {
        return Stream.concat(Stream.of(served), next.stream()).toList();
    }

    private void serveNextIfTrusted() {
        everTrusted |= isTrusted(served.certificate(), Duration.ZERO);
        if (next.isPresent() && mayServe(next.get())) {
            served = next.get();
            next = Optional.empty();
            LOGGER.info(
                    "Serving a new certificate, valid until {}",
                    served.certificate().validity().notAfter());
            current.set(served.identity());
        }
    }

    private boolean mayServe(Content content) {
        Instant now = clock.instant();
        boolean nothingToLose = !served.certificate().validity().includes(now);
        return nothingToLose || isTrusted(content.certificate(), settings.margin());
    }

    private boolean isTrusted(GivenCertificate certificate, Duration time) {
        return trust.map(present -> present.isTrustedFor(certificate, time)).orElse(true);
    }

    @Override
    public ServingIdentity identity() {
        return current.get();
    }

    @Override
    public void onChange(ServingIdentity known, Consumer<ServingIdentity> listener) {
        current.onChange(known, listener);
    }

    /** Once it has been trusted it passes: what is taken away from all replicas at once is no reason to leave. */
    @Override
    public Check check() {
        return new Check(
                CHECK,
                everTrusted,
                everTrusted ? "by all webhook configurations" : "not by all webhook configurations");
    }

    @Override
    public CertificateExpiry expiry() {
        return new CertificateExpiry(
                served.certificate().validity().notAfter(),
                served.authorities().certificates().stream()
                        .map(authority -> authority.getNotAfter().toInstant())
                        .max(Instant::compareTo));
    }

    @Override
    public void close() {
        trust.ifPresent(MountedTrust::close);
        thread.interrupt();
        try {
            events.close();
        } catch (IOException exception) {
            LOGGER.warn("The watch over the mounted certificate could not be ended", exception);
        }
    }
}
