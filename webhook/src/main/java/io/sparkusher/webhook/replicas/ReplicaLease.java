package io.sparkusher.webhook.replicas;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.sparkusher.webhook.wake.WakeUp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps this replica's Lease, by which the others know that it is there and what it reviews with. What is told changes
 * within one request; many changes meanwhile are one.
 */
public final class ReplicaLease implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(ReplicaLease.class);
    private static final String FIELD_MANAGER = "spark-usher-replica";

    private final KubernetesClient client;
    private final Replica replica;
    private final LeaseContent content;
    private final ReplicaLeaseSettings settings;
    private final WakeUp wakeUp = new WakeUp();
    private final Thread thread = new Thread(this::run, "replica-lease");
    private final CountDownLatch known = new CountDownLatch(1);
    private volatile boolean closed;

    private ReplicaLease(
            KubernetesClient client, Replica replica, LeaseContent content, ReplicaLeaseSettings settings) {
        this.client = client;
        this.replica = replica;
        this.content = content;
        this.settings = settings;
        thread.setDaemon(true);
    }

    /**
     * Begins to keep it. It has been written when this returns, unless the API server did not take it: then it is tried
     * again and again, see {@link #awaitWritten()}.
     *
     * @param client one that does not try again by itself, so that what is written is never old
     */
    public static ReplicaLease start(
            KubernetesClient client,
            Replica replica,
            List<ReplicaAnnotation> annotations,
            ReplicaLeaseSettings settings,
            InstantSource clock) {
        LeaseContent content = new LeaseContent(replica, annotations, settings.duration(), clock);
        ReplicaLease lease = new ReplicaLease(client, replica, content, settings);
        lease.renew();
        lease.thread.start();
        return lease;
    }

    /** Returns when the other replicas can know of this one, or this was closed. */
    public void awaitWritten() throws InterruptedException {
        known.await();
    }

    /** Has what changed told at once. Returns without waiting for it. */
    public void changed() {
        wakeUp.call();
    }

    private void run() {
        Duration pause = settings.renewal();
        try {
            while (!closed) {
                wakeUp.await(pause);
                pause = closed || renew() ? settings.renewal() : settings.retry();
            }
        } catch (InterruptedException end) {
            LOGGER.debug("The Lease is no longer renewed");
        }
    }

    // A mistake in what others supply must not end what tells that this replica is there.
    private boolean renew() {
        try {
            client.resource(content.now())
                    .fieldManager(FIELD_MANAGER)
                    .forceConflicts()
                    .serverSideApply();
            known.countDown();
            return true;
        } catch (RuntimeException exception) {
            LOGGER.warn(
                    "The Lease {} in namespace {} could not be renewed, and is tried again: {}",
                    replica.leaseName(),
                    replica.namespace(),
                    exception.getMessage());
            return false;
        }
    }

    /**
     * Takes the Lease away: to be called when this replica answers no review any more. If it cannot be taken away, it
     * ends by its time.
     */
    @Override
    public void close() {
        closed = true;
        known.countDown();
        wakeUp.call();
        WakeUp.awaitEnd(thread);
        try {
            client.leases()
                    .inNamespace(replica.namespace())
                    .withName(replica.leaseName())
                    .delete();
        } catch (KubernetesClientException exception) {
            LOGGER.warn(
                    "The Lease {} could not be removed, and ends by its time: {}",
                    replica.leaseName(),
                    exception.getMessage());
        }
    }
}
