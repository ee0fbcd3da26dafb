package io.sparkusher.e2e.live;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sparkusher.e2e.Cluster;
import io.sparkusher.e2e.Replicas;
import io.sparkusher.e2e.Settings;
import io.sparkusher.e2e.StoredPolicies;
import io.sparkusher.e2e.UsherServer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Policies as Kubernetes resources: what changes in the cluster is in force on every replica within a second. */
@TestInstance(Lifecycle.PER_CLASS)
class LivePoliciesIT {
    private static final Duration WITHIN = Duration.ofSeconds(1);
    private static final Duration LONGER_THAN_A_SNAPSHOT_TAKES = Duration.ofSeconds(2);
    private static final Duration OFTEN = Duration.ofMillis(20);
    private static final int MANY = 1000;
    private static final int AT_ONCE = 16;

    /** From one snapshot to the next, at least. */
    private static final Duration SPACING = Duration.ofMillis(400);

    /** Those at the beginning and at the end, and one of what came before. */
    private static final int FEW = 3;

    private static final String POOLED = """
            apiVersion: spark-usher.io/v1alpha1
            kind: SparkPodPolicy
            metadata: {name: pooled, namespace: spark-usher-live}
            spec:
              executor:
                labels: {live: "pooled"}
                nodePool: {type: Single, single: {pool: spark-usher-live-pool}}
            """;
    private static final String POOL = """
            apiVersion: spark-usher.io/v1alpha1
            kind: SparkNodePool
            metadata: {name: spark-usher-live-pool}
            spec:
              requirements: [{key: example.com/live, operator: In, values: ["yes"]}]
            """;

    private final Settings settings;
    private final Cluster cluster = Cluster.connect();
    private final StoredPolicies policies;
    private final Replicas replicas;

    LivePoliciesIT() throws Exception {
        settings = Settings.ofTheBuild();
        policies = StoredPolicies.prepare(cluster.client(), settings);
        replicas = Replicas.start(settings);
    }

    @BeforeAll
    void waitForTheNamespace() {
        await("the namespace")
                .atMost(Cluster.TO_SETTLE)
                .until(() -> replicas.answer(replicas.servers().get(0), StoredPolicies.NAMESPACE)
                                .statusCode()
                        == 200);
    }

    @AfterEach
    void clear() {
        policies.clear();
        within(Cluster.TO_SETTLE, "no policies", "live", false);
    }

    @AfterAll
    void end() {
        replicas.close();
        policies.close();
        cluster.client().close();
    }

    @Test
    void isInForceOnEveryReplicaWithinASecondOfEachChange() {
        policies.apply(StoredPolicies.labelling("labels", "one"));
        within(WITHIN, "the policy", "\"one\"", true);

        policies.apply(StoredPolicies.labelling("labels", "two"));
        within(WITHIN, "the edit", "\"two\"", true);

        policies.delete(StoredPolicies.labelling("labels", "two"));
        within(WITHIN, "the deletion", "\"two\"", false);
    }

    @Test
    void makesFewSnapshotsOfAThousandPoliciesAtOnce() throws Exception {
        long start = System.nanoTime();
        double before = generation();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        IntStream.range(0, MANY)
                .forEach(number -> threads.execute(
                        () -> policies.apply(StoredPolicies.labelling("labels-" + number, "v" + number))));
        threads.shutdown();
        assertTrue(threads.awaitTermination(Cluster.TO_SETTLE.toSeconds(), TimeUnit.SECONDS));
        await("all policies")
                .atMost(Cluster.TO_SETTLE)
                .until(() -> replicas.servers().get(0).metric("spark_usher_policies") >= MANY);

        double snapshots = generation() - before;
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        double most = Math.min(MANY / 4.0, FEW + (double) elapsed.toNanos() / SPACING.toNanos());
        String result = "%d policies became %.0f snapshots in %s, where at most %.0f may be"
                .formatted(MANY, snapshots, elapsed, most);
        System.out.println(result);
        assertTrue(snapshots >= 1 && snapshots <= most, result);
    }

    /** The generation once what tests before have removed is gone for this replica, too. */
    private double settledGeneration() {
        AtomicLong last = new AtomicLong(-1);
        await("a generation that stays")
                .atMost(Cluster.TO_SETTLE)
                .pollInterval(LONGER_THAN_A_SNAPSHOT_TAKES)
                .until(() -> {
                    long now = (long) generation();
                    return last.getAndSet(now) == now;
                });
        return last.get();
    }

    private double generation() throws Exception {
        return replicas.servers().get(0).metric("spark_usher_policies_generation");
    }

    @Test
    void handsOnAFieldThatNeitherTheDefinitionNorTheProgramKnows() {
        policies.apply("""
                apiVersion: spark-usher.io/v1alpha1
                kind: SparkPodPolicy
                metadata: {name: newer, namespace: spark-usher-live}
                spec:
                  executor:
                    labels: {live: "yes"}
                    sidecars:
                      - {name: helper, image: "registry.example.com/helper:1", restartFromSnapshot: {speed: 0.5}}
                """);

        within(Cluster.TO_SETTLE, "the field", "\"restartFromSnapshot\":{\"speed\":0.5}", true);
    }

    @Test
    void answersForANamespaceOnceItIsKnownByThePoliciesOfBefore() throws Exception {
        UsherServer server = replicas.servers().get(0);
        HttpResponse<String> unknown = replicas.answer(server, "spark-usher-live-new");
        assertEquals(503, unknown.statusCode());
        assertEquals(Optional.of("1"), unknown.headers().firstValue("Retry-After"));

        double before = settledGeneration();
        policies.makeNamespace("spark-usher-live-new");

        await("the namespace")
                .atMost(Cluster.TO_SETTLE)
                .pollInterval(OFTEN)
                .until(() -> replicas.answer(server, "spark-usher-live-new").statusCode() == 200);
        assertEquals(before, generation());
    }

    @Test
    void takesUpAPolicyWhoseNodePoolComesLater() {
        policies.apply(POOLED);
        policies.apply(POOL);

        within(Cluster.TO_SETTLE, "the node pool", "example.com/live", true);
    }

    @Test
    void keepsTheLastGoodVersionOfAPolicyThatWasStoredWithAnError() throws Exception {
        policies.apply(StoredPolicies.labelling("labels", "good"));
        within(Cluster.TO_SETTLE, "the policy", "\"good\"", true);

        policies.apply(StoredPolicies.faulty("labels", "bad"));

        await("the error")
                .atMost(Cluster.TO_SETTLE)
                .pollInterval(OFTEN)
                .until(() -> replicas.servers().get(0).metric("spark_usher_policies_load_errors") == 1);
        within(Cluster.TO_SETTLE, "the last good version", "\"good\"", true);
    }

    @Test
    void hasTheApiServerRefuseWhatNobodyCouldUse() throws Exception {
        try (PolicyRegistration registration = new PolicyRegistration(cluster.client())) {
            registration.register(replicas.servers().get(0));
            policies.apply(StoredPolicies.labelling("labels", "good"));
            await("the registration")
                    .atMost(Cluster.TO_SETTLE)
                    .until(() -> refusal().isPresent());

            String refusal = refusal().orElseThrow();
            assertTrue(refusal.contains("spec.driver.sparkConf[0].name: is spark.master"), refusal);
            assertTrue(refusal.contains("denied the request"), refusal);
            within(Cluster.TO_SETTLE, "the policy", "\"good\"", true);
        }
    }

    @Test
    void hasTheApiServerKeepANodePoolThatAPolicyNames() throws Exception {
        try (PolicyRegistration registration = new PolicyRegistration(cluster.client())) {
            policies.apply(POOL);
            policies.apply(POOLED);
            within(Cluster.TO_SETTLE, "the node pool", "example.com/live", true);
            registration.register(replicas.servers().get(0));
            await("the registration")
                    .atMost(Cluster.TO_SETTLE)
                    .until(() -> Refusals.of(policies::tryToDeletePools).isPresent());

            assertRefused(policies::tryToDeletePools);
            assertRefused(() -> policies.delete(POOL));

            policies.delete(POOLED);
            within(Cluster.TO_SETTLE, "the end of the policy", "example.com/live", false);
            policies.delete(POOL);
        }
    }

    private static void assertRefused(Runnable request) {
        String refusal = Refusals.of(request).orElseThrow();
        assertTrue(
                refusal.contains(
                        "SparkNodePool spark-usher-live-pool is named by SparkPodPolicy spark-usher-live/pooled"),
                refusal);
    }

    private Optional<String> refusal() {
        return Refusals.of(() -> policies.apply(StoredPolicies.faulty("labels", "bad")));
    }

    private void within(Duration time, String what, String text, boolean expected) {
        await(what)
                .atMost(time)
                .pollInterval(OFTEN)
                .until(replicas.patchWith(StoredPolicies.NAMESPACE, text, expected));
    }
}
