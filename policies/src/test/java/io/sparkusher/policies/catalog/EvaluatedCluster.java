package io.sparkusher.policies.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.decision.Decision;
import io.sparkusher.policies.golden.Documents;
import io.sparkusher.policies.kubernetes.KubernetesVersion;
import io.sparkusher.policies.pod.PodReview;
import io.sparkusher.policies.properties.StoredObjects;
import java.util.Map;
import java.util.Objects;

/** A cluster's stored objects, and one catalog that evaluates them again and again. */
final class EvaluatedCluster {
    static final String ETL = "SparkPodPolicy/team-a/etl";

    private final StoredObjects stored = new StoredObjects();
    private final PolicyCatalog catalog = new PolicyCatalog(KubernetesVersion.NEWEST);

    /** A policy of namespace {@code team-a}. */
    static String policy(String name, String common) {
        return "apiVersion: spark-usher.io/v1alpha1\nkind: SparkPodPolicy\n" + "metadata: {name: " + name
                + ", namespace: team-a}\nspec: {common: " + common + "}\n";
    }

    static String required(String name, String common) {
        return policy(name, common).replace("spec: {", "spec: {band: Required, ");
    }

    static ObjectNode specOf(String common) {
        return (ObjectNode) Documents.parseYaml(policy("any", common)).path("spec");
    }

    ObjectNode apply(String yaml) {
        return stored.apply(yaml);
    }

    void delete(String path) {
        stored.delete(path);
    }

    /** Has the object's status keep that version. */
    void keep(String path, Verdict.InForce version) {
        stored.keep(path, version);
    }

    Evaluation evaluate() {
        return catalog.evaluate(stored.cluster());
    }

    Evaluation evaluateWithNamespaces(Map<String, Map<String, String>> labels) {
        return catalog.evaluate(new ClusterObjects(stored.all(), labels, StoredObjects.ACCOUNTS));
    }

    /** By a catalog that has seen nothing before. */
    Evaluation evaluateAfterRestart() {
        return new PolicyCatalog(KubernetesVersion.NEWEST).evaluate(stored.cluster());
    }

    Verdict verdict(String path) {
        return verdict(evaluate(), path);
    }

    static Verdict verdict(Evaluation evaluation, String path) {
        return Objects.requireNonNull(evaluation.verdicts().get(path), path);
    }

    /** What becomes of a driver. */
    static Decision driver(Evaluation evaluation) {
        return evaluation.policies().review(PodReview.ofCreation("team-a", pod()));
    }

    /** Which policies that driver carries the names of. */
    static String stampOf(Decision driver) {
        return Documents.patched(pod(), driver)
                .path("metadata")
                .path("annotations")
                .path("spark-usher.io/applied")
                .asText();
    }

    private static ObjectNode pod() {
        return Documents.parseYaml("""
                metadata: {labels: {spark-role: driver, spark-app-selector: spark-1}}
                spec: {containers: [{name: spark-kubernetes-driver, args: [driver]}]}
                """);
    }
}
