package io.sparkusher.webhook.status;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.sparkusher.policies.catalog.Evaluation;
import io.sparkusher.policies.catalog.Verdict;
import io.sparkusher.webhook.events.EventRecorder;
import io.sparkusher.webhook.replicas.LiveReplicas;
import io.sparkusher.webhook.replicas.ReplicaReport;
import java.net.HttpURLConnection;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what the status of all objects should be, while this replica leads.
 *
 * <p>Why no pod meets the old effect of a policy after {@code Ready=True}: a replica writes its Lease before it lists
 * policies for the first time, tells in it a digest only when its reviews go by it, and takes it away when it answers
 * no more. The leader asks the API server for the Leases, not a cache, after it had the generation in its own
 * evaluation. So a replica that is not in the answer wrote its Lease later, listed policies later still, and has the
 * generation or a newer one from the start; one that is in the answer said itself that it reviews with it, and never
 * goes back. (Where the API server did not take the Lease at once, the replica may have listed policies before it; it
 * then answers no review before the Lease is written and its watch has long brought what came meanwhile.) A replica that
 * cannot reach the API server for longer than the duration of its Lease counts as gone, though
 * it may still be reached: better that than a cluster in which one replica that hangs keeps all policies from being
 * ready.
 *
 * <p>Two replicas that both take themselves for the leader do no harm: a status is replaced only in the very version of
 * the object that it was made for.
 */
final class LeaderTerm implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(LeaderTerm.class);

    private final KubernetesClient client;
    private final EventRecorder events;
    private final InstantSource clock;
    private final BoundedWork writers;
    private final BooleanSupplier leading;
    private final LiveReplicas replicas;
    private final StoredObjects stored;

    /** What the API server last said, by object: said once, as it is asked every second. */
    private final Map<String, String> refusals = new ConcurrentHashMap<>();

    private final KnownEvaluations known = new KnownEvaluations();

    /**
     * Begins to watch what a leader has to know.
     *
     * @param leading asked before each write
     * @param changed run when there is something new; must return at once
     */
    LeaderTerm(
            KubernetesClient client,
            LiveReplicas replicas,
            EventRecorder events,
            InstantSource clock,
            BoundedWork writers,
            BooleanSupplier leading,
            Runnable changed) {
        this.client = client;
        this.replicas = replicas;
        this.events = events;
        this.clock = clock;
        this.writers = writers;
        this.leading = leading;
        stored = StoredObjects.watch(client, changed);
    }

    /**
     * Writes every status that is not as it should be; whether all of them could be written.
     *
     * @throws KubernetesClientException if the API server does not say what replicas there are
     */
    boolean write(Evaluation evaluation) throws InterruptedException {
        known.add(evaluation);
        List<ReplicaReport> live = replicas.list();
        CurrentConflicts conflicts = new CurrentConflicts(evaluation, live);
        List<Change> changes = stored.all().stream()
                .flatMap(object -> change(evaluation, live, conflicts, object).stream())
                .toList();
        return writers.all(changes, this::write);
    }

    private record Change(StoredObject object, ObjectNode status) {}

    /** None for an object of which the evaluation knows another generation: one of the two is about to change. */
    private List<Change> change(
            Evaluation evaluation, List<ReplicaReport> live, CurrentConflicts conflicts, StoredObject object) {
        String path = object.reference().path();
        Verdict verdict = evaluation.verdicts().get(path);
        if (verdict == null
                || verdict.object().generation().isEmpty()
                || !verdict.object().generation().equals(object.reference().generation())) {
            return List.of();
        }
        long generation = verdict.object().generation().getAsLong();
        ReplicaStanding standing = known.standing(live, path, generation);
        ObjectNode wanted = PolicyStatus.of(verdict, standing, conflicts.of(path), object.status(), clock.instant());
        return wanted.equals(object.status()) ? List.of() : List.of(new Change(object, wanted));
    }

    private boolean write(Change change) {
        StoredObject object = change.object();
        if (!leading.getAsBoolean()) {
            return true;
        }
        try {
            stored.written(object, StatusPatch.apply(client, object, change.status()));
            StatusEvents.of(object.reference(), object.uid(), object.status(), change.status())
                    .forEach(events::record);
            refusals.remove(object.reference().path());
            return true;
        } catch (KubernetesClientException exception) {
            return isOutdated(exception) || report(object, exception);
        }
    }

    /** Then the watch brings the newer version, and with it the next attempt. */
    private static boolean isOutdated(KubernetesClientException exception) {
        return exception.getCode() == HttpURLConnection.HTTP_CONFLICT
                || exception.getCode() == HttpURLConnection.HTTP_NOT_FOUND;
    }

    private boolean report(StoredObject object, KubernetesClientException exception) {
        String answer = answer(exception);
        if (!answer.equals(refusals.put(object.reference().path(), answer))) {
            LOGGER.warn("The status of {} could not be written, and is tried again: {}", object.reference(), answer);
        }
        return false;
    }

    /** What the API server said, without all that the client knows of it. */
    private static String answer(KubernetesClientException exception) {
        return exception.getStatus() == null
                ? String.valueOf(exception.getMessage())
                : exception.getStatus().getMessage();
    }

    @Override
    public void close() {
        stored.close();
    }
}
