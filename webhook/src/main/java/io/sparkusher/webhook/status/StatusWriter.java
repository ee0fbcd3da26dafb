package io.sparkusher.webhook.status;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.sparkusher.policies.catalog.Evaluation;
import io.sparkusher.webhook.cluster.ClusterPolicies;
import io.sparkusher.webhook.events.EventRecorder;
import io.sparkusher.webhook.events.EventSource;
import io.sparkusher.webhook.leader.Candidate;
import io.sparkusher.webhook.leader.Leadership;
import io.sparkusher.webhook.replicas.LiveReplicas;
import io.sparkusher.webhook.replicas.Replica;
import io.sparkusher.webhook.wake.WakeUp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stands for election, and has the status of all objects written while it leads. */
final class StatusWriter implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(StatusWriter.class);

    private static final String LEASE = "spark-usher";

    private final KubernetesClient client;
    private final ClusterPolicies policies;
    private final StatusSettings settings;
    private final InstantSource clock;
    private final EventRecorder events;
    private final BoundedWork writers;
    private final WakeUp wakeUp = new WakeUp();
    private final LiveReplicas replicas;
    private final Leadership leadership;
    private final Thread thread = new Thread(this::run, "status-writer");
    private volatile boolean closed;
    private @Nullable LeaderTerm term;

    private StatusWriter(
            KubernetesClient client,
            ClusterPolicies policies,
            Replica replica,
            StatusSettings settings,
            InstantSource clock) {
        this.client = client;
        this.policies = policies;
        this.settings = settings;
        this.clock = clock;
        events = new EventRecorder(
                client,
                new EventSource("spark-usher.io/status", "Judge", replica.name()),
                settings.events(),
                clock,
                System::nanoTime);
        writers = new BoundedWork(settings.writers());
        replicas = LiveReplicas.watch(client, replica.namespace(), wakeUp::call);
        leadership = Leadership.standForElection(
                client, new Candidate(replica.namespace(), LEASE, replica.name()), settings.election(), wakeUp::call);
        thread.setDaemon(true);
    }

    static StatusWriter start(
            KubernetesClient client,
            ClusterPolicies policies,
            Replica replica,
            StatusSettings settings,
            InstantSource clock) {
        StatusWriter writer = new StatusWriter(client, policies, replica, settings, clock);
        policies.onChange(writer.wakeUp::call);
        writer.thread.start();
        return writer;
    }

    private void run() {
        Duration pause = settings.tick();
        try {
            while (!closed) {
                if (wakeUp.await(pause)) {
                    Thread.sleep(settings.quiet().toMillis());
                }
                pause = writeAsLeader() ? settings.tick() : settings.retry();
            }
        } catch (InterruptedException end) {
            LOGGER.debug("No status is written any more");
        } finally {
            endTerm();
        }
    }

    // Neither an API server that is away nor a mistake of ours may end the writing for good.
    private boolean writeAsLeader() throws InterruptedException {
        if (closed || !leadership.isLeading()) {
            endTerm();
            return true;
        }
        Optional<Evaluation> evaluation = policies.current();
        try {
            return evaluation.isEmpty() || term().write(evaluation.get());
        } catch (RuntimeException exception) {
            LOGGER.warn("The status of policies could not be looked at, which is tried again", exception);
            return false;
        }
    }

    private LeaderTerm term() {
        if (term == null) {
            term = new LeaderTerm(client, replicas, events, clock, writers, leadership::isLeading, wakeUp::call);
        }
        return term;
    }

    private void endTerm() {
        if (term != null) {
            term.close();
            term = null;
        }
    }

    /** Lets another replica lead at once. Returns when nothing is written any more. */
    @Override
    public void close() {
        closed = true;
        wakeUp.call();
        WakeUp.awaitEnd(thread);
        writers.close();
        leadership.close();
        replicas.close();
    }
}
