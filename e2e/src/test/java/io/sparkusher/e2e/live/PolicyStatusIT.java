package io.sparkusher.e2e.live;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.sparkusher.e2e.Cluster;
import io.sparkusher.e2e.Replicas;
import io.sparkusher.e2e.Settings;
import io.sparkusher.e2e.StoredPolicies;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What policies say of themselves in the cluster, with two replicas of which one writes it. */
@TestInstance(Lifecycle.PER_CLASS)
class PolicyStatusIT {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Cluster cluster = Cluster.connect();
    private final StoredPolicies policies;
    private final Replicas replicas;

    PolicyStatusIT() throws Exception {
        Settings settings = Settings.ofTheBuild();
        policies = StoredPolicies.prepare(cluster.client(), settings);
        replicas = Replicas.start(settings);
    }

    @AfterEach
    void clear() {
        policies.clear();
    }

    @AfterAll
    void end() {
        replicas.close();
        policies.close();
        cluster.client().close();
    }

    @Test
    void aPolicyNeverHasItsOldEffectOnceItIsReady() throws Exception {
        for (int edit = 1; edit <= 10; edit++) {
            String value = "edit-" + edit;
            GenericKubernetesResource stored = policies.apply(StoredPolicies.labelling("edited", value));

            status("edited").awaitCondition(stored.getMetadata().getGeneration(), "Ready", "True", SOON);

            assertTrue(
                    replicas.patchWith(StoredPolicies.NAMESPACE, "\"" + value + "\"", true)
                            .call(),
                    () -> value + " is ready, and a replica reviews without it");
        }
    }

    @Test
    void nothingIsWrittenWhileNothingChanges() {
        policies.apply(StoredPolicies.labelling("still", "one"));
        status("still").awaitCondition(1, "Ready", "True", SOON);
        String version = version("still");

        await("two renewals of every Lease")
                .during(Duration.ofSeconds(11))
                .atMost(Duration.ofSeconds(20))
                .until(() -> version("still").equals(version));
    }

    @Test
    void aPolicyWithAnErrorSaysWhatIsWrongAndWhatStaysInForce() {
        policies.apply(StoredPolicies.labelling("broken", "good"));
        status("broken").awaitCondition(1, "Ready", "True", SOON);

        policies.apply(StoredPolicies.faulty("broken", "bad"));

        Map<String, Object> accepted = status("broken").awaitCondition(2, "Accepted", "False", SOON);
        assertEquals("Invalid", accepted.get("reason"));
        assertTrue(String.valueOf(accepted.get("message")).contains("spark.master"), accepted::toString);
        status("broken").awaitCondition(2, "Ready", "False", SOON);
        GenericKubernetesResource stored = status("broken").object();
        assertEquals("1", Objects.toString(stored.<Object>get("status", "inForce", "generation")));
        assertEquals("good", stored.get("status", "inForce", "spec", "executor", "labels", "live"));
        status("broken").awaitEvent("Normal", "Accepted", SOON);
        status("broken").awaitEvent("Warning", "Invalid", SOON);
    }

    @Test
    void bothPoliciesSayThatAPodMetThemInConflict() throws Exception {
        policies.apply(required("first"));
        policies.apply(required("second"));
        status("first").awaitCondition(1, "Ready", "True", SOON);
        status("second").awaitCondition(1, "Ready", "True", SOON);

        replicas.answer(replicas.servers().get(1), StoredPolicies.NAMESPACE);

        for (String name : new String[] {"first", "second"}) {
            Map<String, Object> conflicted = status(name).awaitCondition(1, "Conflicted", "True", SOON);
            assertEquals("PodsMetBoth", conflicted.get("reason"));
            status(name).awaitEvent("Warning", "Conflicted", SOON);
        }
    }

    private static String required(String name) {
        return """
                apiVersion: spark-usher.io/v1alpha1
                kind: SparkPodPolicy
                metadata: {name: %s, namespace: %s}
                spec:
                  band: Required
                  executor:
                    labels: {live: "%s"}
                """.formatted(name, StoredPolicies.NAMESPACE, name);
    }

    private String version(String name) {
        return status(name).object().getMetadata().getResourceVersion();
    }

    private StoredStatus status(String name) {
        return new StoredStatus(cluster, policies, name);
    }
}
