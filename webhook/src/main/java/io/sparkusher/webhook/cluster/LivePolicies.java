package io.sparkusher.webhook.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.sparkusher.policies.PolicySet;
import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.catalog.Acceptance;
import io.sparkusher.policies.catalog.ClusterObjects;
import io.sparkusher.policies.catalog.Evaluation;
import io.sparkusher.policies.catalog.PolicyCatalog;
import io.sparkusher.policies.catalog.Verdict;
import io.sparkusher.policies.kubernetes.KubernetesVersion;
import io.sparkusher.policies.pod.ServiceAccounts;
import io.sparkusher.policies.source.Problem;
import io.sparkusher.webhook.inforce.PolicyState;
import io.sparkusher.webhook.inforce.PolicyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the policies of a cluster into force, and does so again whenever something changes that they depend on. When the
 * API server goes away, what is in force stays.
 */
public final class LivePolicies implements ClusterPolicies, AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(LivePolicies.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final PolicyStore store;
    private final ClusterVersion version;
    private final InstantSource clock;
    private final ChangeSignal signal;
    private final WatchTrouble trouble;
    private final ClusterWatch watch;
    private final WatchContacts contacts;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch first = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "cluster-policies");
    private volatile boolean listed;
    private volatile Optional<Evaluation> current = Optional.empty();

    private LivePolicies(
            KubernetesClient client,
            Optional<KubernetesVersion> version,
            CoalescingSettings settings,
            InstantSource clock) {
        this.clock = clock;
        store = PolicyStore.awaiting(nothing(), clock.instant());
        signal = new ChangeSignal(settings);
        trouble = new WatchTrouble(String.valueOf(client.getMasterUrl()));
        this.version = new ClusterVersion(client, version, trouble);
        watch = new ClusterWatch(client, trouble, signal::raise);
        contacts = new WatchContacts(watch.all(), trouble);
        thread.setDaemon(true);
    }

    /**
     * Begins to read the cluster, and returns at once.
     *
     * @param version the cluster's; empty where the API server is to be asked
     */
    public static LivePolicies start(
            KubernetesClient client,
            Optional<KubernetesVersion> version,
            CoalescingSettings settings,
            InstantSource clock) {
        LivePolicies policies = new LivePolicies(client, version, settings, clock);
        policies.thread.start();
        return policies;
    }

    // It knows no namespace: there is no review before the cluster was read.
    private static PolicySet nothing() {
        return new PolicyCatalog(KubernetesVersion.NEWEST)
                .evaluate(new ClusterObjects(List.of(), Map.of(), new ServiceAccounts(Map.of())))
                .policies();
    }

    /** What is in force; nothing before everything has been listed once. */
    public PolicyStore store() {
        return store;
    }

    /** When the API server was last heard from. */
    public WatchContacts contacts() {
        return contacts;
    }

    /** Returns when there are policies in force, or this was closed. */
    public void awaitFirst() throws InterruptedException {
        first.await();
    }

    /** What is wrong with an object that is to be stored, where it is to stand beside what there is now. */
    public List<Problem> check(ObjectNode object) {
        return current.map(evaluation -> PolicyCatalog.check(object, evaluation.nodePools()))
                .orElseGet(() -> PolicyCatalog.check(object));
    }

    /** The policies that would lack a node pool if it were deleted; none where there is no such pool. */
    public List<PolicyReference> usersOf(String nodePool) {
        return current.filter(evaluation -> evaluation.nodePools().contains(nodePool))
                .map(evaluation -> evaluation.nodePoolUse().usersOf(nodePool, watch.policies()))
                .orElse(List.of());
    }

    @Override
    public Optional<Evaluation> current() {
        return current;
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void run() {
        try {
            follow(new PolicyCatalog(version.await(this::look)));
        } catch (InterruptedException end) {
            LOGGER.debug("The cluster is no longer watched");
        }
    }

    private void follow(PolicyCatalog catalog) throws InterruptedException {
        CompletableFuture<Void> lists = watch.start().thenRun(this::allListed);
        try {
            while (!Thread.interrupted()) {
                if (signal.await(LOOK) && listed) {
                    evaluate(catalog);
                }
                look();
            }
        } finally {
            lists.cancel(true);
        }
    }

    private void allListed() {
        listed = true;
        signal.raise();
    }

    private void look() {
        contacts.look(clock.instant());
        if (current.isEmpty()) {
            store.keep(trouble.asProblems());
        }
    }

    // A mistake in the program must not end the watch over all later changes.
    private void evaluate(PolicyCatalog catalog) {
        try {
            Evaluation evaluation = catalog.evaluate(watch.objects());
            // Changes that decide about nothing give the very evaluation of before.
            if (current.isEmpty() || !current.get().saysTheSameAs(evaluation)) {
                putIntoForce(evaluation);
            } else if (current.get().policies() != evaluation.policies()) {
                store.refresh(evaluation.policies());
                current = Optional.of(evaluation);
            }
        } catch (RuntimeException | StackOverflowError mistake) {
            LOGGER.error("The policies stay as they were, by a mistake in Spark Usher", mistake);
        }
    }

    private void putIntoForce(Evaluation evaluation) {
        PolicyState state =
                store.replace(evaluation.policies(), problems(evaluation), refused(evaluation), clock.instant());
        current = Optional.of(evaluation);
        first.countDown();
        LOGGER.info(
                "Policies of generation {} are in force: {} of them; objects that cannot be used as they are: {}",
                state.inForce().generation(),
                evaluation.policies().size(),
                state.errors());
        listeners.forEach(Runnable::run);
    }

    private static List<Problem> problems(Evaluation evaluation) {
        return evaluation.verdicts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> entry.getValue().problems().stream())
                .toList();
    }

    private static long refused(Evaluation evaluation) {
        return evaluation.verdicts().values().stream()
                .map(Verdict::acceptance)
                .filter(acceptance -> acceptance != Acceptance.Accepted)
                .count();
    }

    /** Ends the watch; what is in force stays. */
    @Override
    public void close() {
        thread.interrupt();
        watch.close();
        first.countDown();
    }
}
