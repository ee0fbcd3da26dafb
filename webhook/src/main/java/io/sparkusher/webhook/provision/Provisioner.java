package io.sparkusher.webhook.provision;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.VersionInfo;
import io.sparkusher.policies.catalog.ClusterObjects;
import io.sparkusher.policies.catalog.Evaluation;
import io.sparkusher.policies.catalog.PolicyCatalog;
import io.sparkusher.policies.kubernetes.KubernetesVersion;
import io.sparkusher.webhook.leader.Leadership;
import io.sparkusher.webhook.wake.WakeUp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks again whenever something changed, and does what is to be done. All of it in the one thread that runs it. */
final class Provisioner implements Runnable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Provisioner.class);

    private final KubernetesClient client;
    private final ProvisionSettings settings;
    private final ClusterWatch watch;
    private final Leadership leadership;
    private final WakeUp wakeUp;
    private final TroubleLog troubles;
    private final TroubleEvents events;
    private final InstantSource clock;
    private final Retention retention;
    private @Nullable PolicyCatalog catalog;
    private volatile Instant lookedAt;

    Provisioner(
            KubernetesClient client,
            ProvisionSettings settings,
            ClusterWatch watch,
            Leadership leadership,
            WakeUp wakeUp,
            TroubleLog troubles,
            TroubleEvents events,
            InstantSource clock) {
        this.client = client;
        this.settings = settings;
        this.watch = watch;
        this.leadership = leadership;
        this.wakeUp = wakeUp;
        this.troubles = troubles;
        this.events = events;
        this.clock = clock;
        retention = new Retention(settings.keepReleased());
        lookedAt = clock.instant();
    }

    /** Whether it has looked within the time that any two looks are apart, with as much again to spare. */
    boolean isAlive() {
        Duration longest = settings.rescan().multipliedBy(2);
        return Duration.between(lookedAt, clock.instant()).compareTo(longest) < 0;
    }

    /** Whether it knows the cluster. */
    boolean isReady() {
        return watch.isComplete();
    }

    @Override
    public void run() {
        try {
            Duration next = Duration.ZERO;
            while (!Thread.interrupted()) {
                wakeUp.await(next);
                Thread.sleep(settings.quiet().toMillis());
                next = look();
                lookedAt = clock.instant();
            }
        } catch (InterruptedException end) {
            LOGGER.debug("No longer provisions");
        }
    }

    /** Returns when to look again at the latest. A mistake in the program must not end all later looks. */
    private Duration look() {
        try {
            return watch.isComplete() && provision() ? settings.rescan() : settings.retry();
        } catch (KubernetesClientException exception) {
            LOGGER.warn("The API server does not answer: tries again", exception);
            return settings.retry();
        } catch (RuntimeException mistake) {
            LOGGER.error("Provisioning failed by a mistake in Spark Usher", mistake);
            return settings.retry();
        }
    }

    /** Returns whether nothing is left to be done. Who stands by only keeps up with the versions in force. */
    private boolean provision() {
        ClusterObjects objects = watch.objects();
        Evaluation evaluation = catalog().evaluate(objects);
        if (!leadership.isLeading()) {
            return true;
        }
        WantedAccounts wanted = WantedAccounts.of(evaluation.verdicts().values(), watch.namespaces());
        PresentObjects present = watch.present();
        Map<AccountKey, Hold> holds = retention.holds(
                ProvisionPlan.released(wanted.accounts(), present), clock.instant(), new PodUse(client)::of);
        AccountWriter writer = new AccountWriter(client, leadership::isLeading);
        writer.perform(ProvisionPlan.of(wanted.accounts(), present, holds));
        List<Trouble> found = new ArrayList<>(wanted.troubles());
        found.addAll(writer.troubles());
        troubles.replace(found, trouble -> events.tell(trouble, objects));
        return !writer.isUnfinished();
    }

    private PolicyCatalog catalog() {
        if (catalog == null) {
            VersionInfo version = client.getKubernetesVersion();
            catalog = new PolicyCatalog(KubernetesVersion.parse(version.getMajor() + "." + version.getMinor())
                    .orElse(KubernetesVersion.NEWEST));
        }
        return catalog;
    }
}
