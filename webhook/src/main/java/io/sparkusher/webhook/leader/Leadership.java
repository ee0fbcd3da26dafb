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
 * Stands for election as long as it is not closed, again after each time that it lost. For a moment two may take
 * themselves for the leader: what a leader writes has to bear that.
 */
public final class Leadership implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Leadership.class);

    private final KubernetesClient client;
    private final Candidate candidate;
    private final ElectionSettings settings;
    private final Runnable changed;
    private final Thread thread = new Thread(this::run, "leader-election");
    private volatile boolean leading;

    private Leadership(KubernetesClient client, Candidate candidate, ElectionSettings settings, Runnable changed) {
        this.client = client;
        this.candidate = candidate;
        this.settings = settings;
        this.changed = changed;
        thread.setDaemon(true);
    }

    /**
     * Begins to stand for election.
     *
     * @param client one that does not try again by itself: a renewal that comes late is none
     * @param changed run when {@link #isLeading()} has changed; must return at once
     */
    public static Leadership standForElection(
            KubernetesClient client, Candidate candidate, ElectionSettings settings, Runnable changed) {
        Leadership leadership = new Leadership(client, candidate, settings, changed);
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
                standOnce();
                Thread.sleep(settings.retry().toMillis());
            }
        } catch (InterruptedException end) {
            LOGGER.debug("No longer standing for election");
        }
    }

    // Whoever has stopped to stand must not take itself for the leader any longer.
    private void standOnce() {
        try {
            elector().run();
        } catch (RuntimeException mistake) {
            LOGGER.error("Standing for election failed by a mistake in Spark Usher, and goes on", mistake);
        } finally {
            setLeading(false);
        }
    }

    private LeaderElector elector() {
        LeaderCallbacks callbacks =
                new LeaderCallbacks(() -> setLeading(true), () -> setLeading(false), this::newLeader);
        return client.leaderElector()
                .withConfig(new LeaderElectionConfigBuilder()
                        .withName(candidate.lease())
                        .withLock(new ElectionLock(candidate.namespace(), candidate.lease(), candidate.identity()))
                        .withLeaseDuration(settings.lease())
                        .withRenewDeadline(settings.renewal())
                        .withRetryPeriod(settings.retry())
                        .withReleaseOnCancel(true)
                        .withLeaderCallbacks(callbacks)
                        .build())
                .build();
    }

    private void newLeader(@Nullable String name) {
        LOGGER.debug("The Lease {} is held by {}", candidate.lease(), name);
    }

    private void setLeading(boolean now) {
        if (leading != now) {
            leading = now;
            LOGGER.info(
                    now
                            ? "Holds the Lease {}: leads from now on"
                            : "Does not hold the Lease {} any more: leads no more",
                    candidate.lease());
            changed.run();
        }
    }

    /** Gives up what was won, so that another can lead at once. */
    @Override
    public void close() {
        thread.interrupt();
        WakeUp.awaitEnd(thread);
    }
}
