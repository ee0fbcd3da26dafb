package io.sparkusher.webhook.provision;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfig;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfigBuilder;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One process of several writes: whoever holds the Lease. Who has lost it stands again. */
final class Leadership implements AutoCloseable {
    static final String LEASE = "spark-usher-provisioner";

    private static final Logger LOGGER = LoggerFactory.getLogger(Leadership.class);
    private static final Duration LEASE_DURATION = Duration.ofSeconds(15);
    private static final Duration RENEW_DEADLINE = Duration.ofSeconds(10);
    private static final Duration RETRY_PERIOD = Duration.ofSeconds(2);

    private final KubernetesClient client;
    private final LeaderElectionConfig config;
    private final Runnable changed;
    private volatile boolean leading;
    private boolean closed;
    private CompletableFuture<?> candidacy = CompletableFuture.completedFuture(null);

    /**
     * Stands for election.
     *
     * @param identity no other process has it
     * @param changed called when it has become the one who writes
     */
    Leadership(KubernetesClient client, String namespace, String identity, Runnable changed) {
        this.client = client;
        this.changed = changed;
        config = new LeaderElectionConfigBuilder()
                .withName(LEASE)
                .withLock(new LeaseLock(namespace, LEASE, identity))
                .withLeaseDuration(LEASE_DURATION)
                .withRenewDeadline(RENEW_DEADLINE)
                .withRetryPeriod(RETRY_PERIOD)
                .withReleaseOnCancel(true)
                .withLeaderCallbacks(new LeaderCallbacks(this::begin, this::end, holder -> {}))
                .build();
        stand();
    }

    private synchronized void stand() {
        if (!closed) {
            candidacy = client.leaderElector().withConfig(config).build().start();
            CompletionStage<?> end = candidacy;
            end.whenComplete((ended, exception) -> stand());
        }
    }

    private void begin() {
        LOGGER.info("Holds the Lease {}: provisions from now on", LEASE);
        leading = true;
        changed.run();
    }

    private void end() {
        LOGGER.info("Does not hold the Lease {} any more: another provisions", LEASE);
        leading = false;
    }

    boolean isLeading() {
        return leading;
    }

    @Override
    public void close() {
        CompletableFuture<?> last;
        synchronized (this) {
            closed = true;
            last = candidacy;
        }
        last.cancel(true);
    }
}
