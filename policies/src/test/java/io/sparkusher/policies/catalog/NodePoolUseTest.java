package io.sparkusher.policies.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.kubernetes.KubernetesVersion;
import io.sparkusher.policies.properties.StoredObjects;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodePoolUseTest {
    private static final String ETL = "SparkPodPolicy team-a/etl";

    private final StoredObjects stored = new StoredObjects();
    private final PolicyCatalog catalog = new PolicyCatalog(KubernetesVersion.NEWEST);

    NodePoolUseTest() {
        stored.apply(pool("spot"));
        stored.apply(pool("on-demand"));
    }

    @Test
    void theNewestVersionAndTheOneInForceCount() {
        stored.apply(policy("etl", "spot", "a"));
        catalog.evaluate(stored.cluster());
        stored.apply(policy("etl", "on-demand", "5"));
        NodePoolUse use = evaluate();

        assertEquals(List.of(ETL), usersOf(use, "spot"));
        assertEquals(List.of(ETL), usersOf(use, "on-demand"));
    }

    @Test
    void aPolicyOfTheClusterCounts() {
        stored.apply(policy("etl", "spot", "a")
                .replace("SparkPodPolicy", "ClusterSparkPodPolicy")
                .replace(", namespace: team-a", ""));

        assertEquals(List.of("ClusterSparkPodPolicy etl"), usersOf(evaluate(), "spot"));
    }

    @Test
    void whatHasChangedSinceIsReadAgain() {
        stored.apply(policy("etl", "spot", "a"));
        stored.apply(policy("gone", "spot", "a"));
        NodePoolUse use = evaluate();
        stored.apply(policy("etl", "on-demand", "a"));
        stored.apply(policy("new", "spot", "a"));
        stored.delete("SparkPodPolicy/team-a/gone");

        assertEquals(List.of("SparkPodPolicy team-a/new"), usersOf(use, "spot"));
        assertEquals(List.of(ETL), usersOf(use, "on-demand"));
    }

    private NodePoolUse evaluate() {
        return catalog.evaluate(stored.cluster()).nodePoolUse();
    }

    private List<String> usersOf(NodePoolUse use, String pool) {
        return use.usersOf(pool, stored.all()).stream()
                .map(PolicyReference::toString)
                .toList();
    }

    private static String pool(String name) {
        return """
                apiVersion: spark-usher.io/v1alpha1
                kind: SparkNodePool
                metadata: {name: %s}
                spec: {requirements: [{key: pool, operator: In, values: [%s]}]}
                """.formatted(name, name);
    }

    /** Which has an error where the label is a number. */
    private static String policy(String name, String pool, String label) {
        return """
                apiVersion: spark-usher.io/v1alpha1
                kind: SparkPodPolicy
                metadata: {name: %s, namespace: team-a}
                spec: {common: {labels: {team: %s}, nodePool: {type: Single, single: {pool: %s}}}}
                """.formatted(name, label, pool);
    }
}
