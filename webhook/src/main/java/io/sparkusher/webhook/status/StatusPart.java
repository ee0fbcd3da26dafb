package io.sparkusher.webhook.status;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.sparkusher.policies.catalog.Evaluation;
import io.sparkusher.webhook.cluster.ClusterClient;
import io.sparkusher.webhook.cluster.ClusterPolicies;
import io.sparkusher.webhook.conflicts.Meeting;
import io.sparkusher.webhook.conflicts.MetConflicts;
import io.sparkusher.webhook.replicas.LeaseNames;
import io.sparkusher.webhook.replicas.Replica;
import io.sparkusher.webhook.replicas.ReplicaAnnotation;
import io.sparkusher.webhook.replicas.ReplicaLease;
import io.sparkusher.webhook.review.ConflictListener;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a replica does for the status of policies: it tells what it reviews with, and, where it leads, writes what all
 * of them tell. Two steps, as the other replicas have to know of this one before it reads any policies, see
 * {@link LeaderTerm}.
 */
public final class StatusPart implements AutoCloseable {
    private final KubernetesClient client;
    private final Replica replica;
    private final StatusSettings settings;
    private final InstantSource clock;
    private final MetConflicts conflicts;
    private final ReplicaLease lease;
    private volatile @Nullable ClusterPolicies policies;
    private @Nullable StatusWriter writer;

    private StatusPart(
            KubernetesClient client,
            Replica replica,
            StatusSettings settings,
            InstantSource clock,
            List<ReplicaAnnotation> annotations) {
        this.client = ClusterClient.impatient(client, settings.request());
        this.replica = replica;
        this.settings = settings;
        this.clock = clock;
        conflicts = new MetConflicts(settings.conflicts(), clock);
        List<ReplicaAnnotation> all = new ArrayList<>(annotations);
        all.add(new ReplicaAnnotation(LeaseNames.REVIEWS_WITH, this::digest));
        all.add(new ReplicaAnnotation(LeaseNames.CONFLICTED, this::met));
        lease = ReplicaLease.start(this.client, replica, all, settings.lease(), clock);
    }

    /**
     * Tells the other replicas of this one. To be called before the policies are listed for the first time.
     *
     * @param client stays open, and is closed by whoever made it, after this
     * @param annotations what this replica has to tell besides what it reviews with
     */
    public static StatusPart register(
            KubernetesClient client,
            Replica replica,
            StatusSettings settings,
            InstantSource clock,
            List<ReplicaAnnotation> annotations) {
        StatusPart part = new StatusPart(client, replica, settings, clock, annotations);
        part.conflicts.onNew(part.lease::changed);
        return part;
    }

    /** Begins to tell what reviews go by, and to stand for election. To be called once. */
    public void follow(ClusterPolicies followed) {
        policies = followed;
        followed.onChange(lease::changed);
        writer = StatusWriter.start(client, followed, replica, settings, clock);
        lease.changed();
    }

    private Optional<String> digest() {
        ClusterPolicies followed = policies;
        return followed == null ? Optional.empty() : followed.current().map(Evaluation::digest);
    }

    private Optional<String> met() {
        return Optional.of(Meeting.write(conflicts.remembered())).filter(text -> !text.isEmpty());
    }

    /** Who is to hear of the conflicts that reviews meet. */
    public ConflictListener conflicts() {
        return conflicts;
    }

    /** Returns when the other replicas know of this one, before which it must answer no review, or this was closed. */
    public void awaitRegistered() throws InterruptedException {
        lease.awaitWritten();
    }

    /** Has annotations that changed told at once. Returns without waiting for it. */
    public void annotationsChanged() {
        lease.changed();
    }

    /** To be called when this replica answers no review any more. */
    @Override
    public void close() {
        if (writer != null) {
            writer.close();
        }
        lease.close();
    }
}
