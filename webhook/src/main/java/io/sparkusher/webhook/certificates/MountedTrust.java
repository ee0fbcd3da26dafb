package io.sparkusher.webhook.certificates;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.sparkusher.certs.GivenCertificate;
import io.sparkusher.certs.Since;
import io.sparkusher.certs.TrustBundle;
import io.sparkusher.webhook.trust.ClusterChanges;
import io.sparkusher.webhook.trust.Healing;
import io.sparkusher.webhook.trust.ReadConfigurations;
import io.sparkusher.webhook.trust.WebhookConfigurations;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the webhook configurations trust mounted certificates, and sees to it where it may. For one thread. */
final class MountedTrust implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(MountedTrust.class);

    private final WebhookConfigurations configurations;
    private final MountedSettings settings;
    private final Uptime uptime = new Uptime();
    private final AtomicBoolean changed = new AtomicBoolean(true);
    private final ClusterChanges changes = new ClusterChanges(() -> changed.set(true));
    private Duration lastLook = Duration.ZERO;
    private Since trusted = Since.NEVER;
    private ReadConfigurations read = ReadConfigurations.NONE;

    private MountedTrust(WebhookConfigurations configurations, MountedSettings settings) {
        this.configurations = configurations;
        this.settings = settings;
    }

    /** Begins to listen for changes of the configurations. */
    static MountedTrust start(WebhookConfigurations configurations, MountedSettings settings) {
        MountedTrust trust = new MountedTrust(configurations, settings);
        trust.changes.watch(configurations);
        return trust;
    }

    /** Looks, if something may have changed, and heals. When the cluster does not answer, all stays as it is. */
    void look(List<MountedFiles.Content> contents, Instant now) {
        boolean due = uptime.now().minus(lastLook).compareTo(settings.poll()) >= 0;
        if (!changed.getAndSet(false) && !due) {
            return;
        }
        lastLook = uptime.now();
        try {
            read = configurations.read();
            TrustBundle wanted = contents.stream()
                    .map(MountedFiles.Content::authorities)
                    .reduce(TrustBundle.EMPTY, TrustBundle::union);
            if (configurations.heal(read, Healing.atLeast(wanted, now))) {
                changed.set(true);
            }
            trusted = trusted.observe(trustedAmong(contents), uptime.now());
        } catch (KubernetesClientException exception) {
            LOGGER.warn("The webhook configurations cannot be looked after: it is tried again", exception);
        }
    }

    private List<X509Certificate> trustedAmong(List<MountedFiles.Content> contents) {
        List<X509Certificate> trustedNow = new ArrayList<>();
        for (MountedFiles.Content content : contents) {
            GivenCertificate certificate = content.certificate();
            if (read.allTrust(certificate.chain())) {
                trustedNow.add(certificate.certificate());
            }
        }
        return trustedNow;
    }

    /** Has the next look happen whatever has changed in the cluster. */
    void filesChanged() {
        changed.set(true);
    }

    /** Whether it has been trusted for so long. */
    boolean isTrustedFor(GivenCertificate certificate, Duration time) {
        return trusted.lasted(certificate.certificate(), time, uptime.now());
    }

    @Override
    public void close() {
        changes.close();
    }
}
