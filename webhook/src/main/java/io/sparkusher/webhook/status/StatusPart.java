package io.sparkusher.webhook.status;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.RequestConfig;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.sparkusher.policies.catalog.Evaluation;
import io.sparkusher.webhook.cluster.ClusterPolicies;
import io.sparkusher.webhook.conflicts.Meeting;
import io.sparkusher.webhook.conflicts.MetConflicts;
import io.sparkusher.webhook.replicas.LeaseNames;
import io.sparkusher.webhook.replicas.Replica;
import io.sparkusher.webhook.replicas.ReplicaAnnotation;
import io.sparkusher.webhook.replicas.ReplicaLease;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a replica does for the status of policies: it tells what it reviews with, and, where it leads, writes what all
 * of them tell.
 */
public final class StatusPart implements AutoCloseable {
    private final ReplicaLease lease;
    private final StatusWriter writer;

    private StatusPart(ReplicaLease lease, StatusWriter writer) {
        this.lease = lease;
        this.writer = writer;
    }

    /**
     * Begins. To be called before the policies are listed for the first time: the Lease has to be there by then.
     *
     * @param client stays open, and is closed by whoever made it, after this
     * @param conflicts what reviews tell of conflicts
     * @param annotations what else this replica has to tell the others
     */
    public static StatusPart start(
            KubernetesClient client,
            ClusterPolicies policies,
            MetConflicts conflicts,
            Replica replica,
            StatusSettings settings,
            InstantSource clock,
            List<ReplicaAnnotation> annotations) {
        KubernetesClient impatient = impatient(client, settings);
        List<ReplicaAnnotation> all = new ArrayList<>(annotations);
        all.add(new ReplicaAnnotation(
                LeaseNames.REVIEWS_WITH, () -> policies.current().map(Evaluation::digest)));
        all.add(new ReplicaAnnotation(LeaseNames.CONFLICTED, () -> told(conflicts)));
        ReplicaLease lease = ReplicaLease.start(impatient, replica, all, settings.lease(), clock);
        policies.onChange(lease::changed);
        conflicts.onNew(lease::changed);
        return new StatusPart(lease, StatusWriter.start(impatient, policies, replica, settings, clock));
    }

    /** Everything here is tried again with what is then to be said: a request that tries again by itself says old things. */
    private static KubernetesClient impatient(KubernetesClient client, StatusSettings settings) {
        RequestConfig config = new RequestConfigBuilder(
                        client.getConfiguration().getRequestConfig())
                .withRequestTimeout(Math.toIntExact(settings.request().toMillis()))
                .withRequestRetryBackoffLimit(0)
                .build();
        return client.newClient(config).adapt(KubernetesClient.class);
    }

    private static Optional<String> told(MetConflicts conflicts) {
        return Optional.of(Meeting.write(conflicts.remembered())).filter(text -> !text.isEmpty());
    }

    /** Whether the other replicas know of this one: before that it must not answer reviews. */
    public boolean isRegistered() {
        return lease.isWritten();
    }

    /** Has annotations that changed told at once. Returns without waiting for it. */
    public void annotationsChanged() {
        lease.changed();
    }

    /** To be called when this replica answers no review any more. */
    @Override
    public void close() throws InterruptedException {
        writer.close();
        lease.close();
    }
}
