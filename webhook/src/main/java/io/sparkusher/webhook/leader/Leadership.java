package io.sparkusher.webhook.leader;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfigBuilder;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElector;
import io.sparkusher.webhook.wake.WakeUp;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands for election as long as it is not closed, again after each time that it lost. For a moment two replicas may
 * take themselves for the leader: what a leader writes has to bear that.
 */
public final class Leadership implements AutoCloseable {
    /** The Lease by which the leader is known. */
    public static final String LEASE = "spark-usher";

    private static final Logger LOGGER = LoggerFactory.getLogger(Leadership.class);

    private final KubernetesClient client;
    private final String namespace;
    private final String identity;
    private final ElectionSettings settings;
    private final Runnable changed;
    private final Thread thread = new Thread(this::run, "leader-election");
    private volatile boolean leading;

    private Leadership(
            KubernetesClient client, String namespace, String identity, ElectionSettings settings, Runnable changed) {
        this.client = client;
        this.namespace = namespace;
        this.identity = identity;
        this.settings = settings;
        this.changed = changed;
        thread.setDaemon(true);
    }

    /**
     * Begins to stand for election.
     *
     * @param client one that does not try again by itself: a renewal that comes late is none
     * @param identity no other replica's
     * @param changed run when {@link #isLeading()} has changed; must return at once
     */
    public static Leadership standForElection(
            KubernetesClient client, String namespace, String identity, ElectionSettings settings, Runnable changed) {
        Leadership leadership = new Leadership(client, namespace, identity, settings, changed);
        leadership.thread.start();
        return leadership;
    }

    public boolean isLeading() {
        return leading;
    }

    // An elector serves for one election: it ends when it has lost what it won, or is interrupted.
    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                elector().run();
                setLeading(false);
                Thread.sleep(settings.retry().toMillis());
            }
        } catch (InterruptedException end) {
            LOGGER.debug("No longer standing for election");
        }
    }

    private LeaderElector elector() {
        LeaderCallbacks callbacks =
                new LeaderCallbacks(() -> setLeading(true), () -> setLeading(false), Leadership::newLeader);
        return client.leaderElector()
                .withConfig(new LeaderElectionConfigBuilder()
                        .withName(LEASE)
                        .withLock(new ElectionLock(namespace, LEASE, identity))
                        .withLeaseDuration(settings.lease())
                        .withRenewDeadline(settings.renewal())
                        .withRetryPeriod(settings.retry())
                        .withReleaseOnCancel(true)
                        .withLeaderCallbacks(callbacks)
                        .build())
                .build();
    }

    private static void newLeader(@Nullable String name) {
        LOGGER.debug("The leader is {}", name);
    }

    private void setLeading(boolean now) {
        if (leading != now) {
            leading = now;
            LOGGER.info(
                    now ? "This replica leads: it writes what policies' status says" : "This replica leads no more");
            changed.run();
        }
    }

    /** Gives up what was won, so that another replica can lead at once. */
    @Override
    public void close() {
        thread.interrupt();
        WakeUp.awaitEnd(thread);
    }
}
