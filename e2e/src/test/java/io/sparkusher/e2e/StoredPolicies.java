package io.sparkusher.e2e;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Policies and node pools in the cluster, in one namespace of their own or without one. */
public final class StoredPolicies implements AutoCloseable {
    public static final String NAMESPACE = "spark-usher-live";

    private static final String API_VERSION = "spark-usher.io/v1alpha1";
    private static final String MADE_HERE = "spark-usher-live-test";

    private final KubernetesClient client;

    private StoredPolicies(KubernetesClient client) {
        this.client = client;
    }

    /** With the definitions of the kinds in the cluster, and the namespace made anew. */
    public static StoredPolicies prepare(KubernetesClient client, Settings settings) throws IOException {
        define(client, settings.manifests().resolve("crds"));
        StoredPolicies policies = new StoredPolicies(client);
        policies.removeAll();
        policies.makeNamespace(NAMESPACE);
        return policies;
    }

    private static void define(KubernetesClient client, Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> file.toString().contains("spark-usher.io"))
                    .toList()) {
                HasMetadata definition =
                        Serialization.unmarshal(Files.readString(file), CustomResourceDefinition.class);
                client.resource(definition).forceConflicts().serverSideApply();
            }
        }
        await("the kinds")
                .atMost(Cluster.TO_SETTLE)
                .ignoreExceptions()
                .until(() -> client.genericKubernetesResources(API_VERSION, "SparkPodPolicy")
                                .inAnyNamespace()
                                .list()
                        != null);
    }

    public void makeNamespace(String name) {
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .addToLabels(MADE_HERE, "true")
                        .endMetadata()
                        .build())
                .create();
    }

    /** Puts two labels of one value on executors. */
    public static String labelling(String name, String value) {
        return """
                apiVersion: spark-usher.io/v1alpha1
                kind: SparkPodPolicy
                metadata: {name: %s, namespace: %s}
                spec:
                  executor:
                    labels: {live: "%s"}
                """.formatted(name, NAMESPACE, value);
    }

    /** The same with an error that no schema tells. */
    public static String faulty(String name, String value) {
        return labelling(name, value) + "  driver: {sparkConf: [{name: spark.master, value: local}]}\n";
    }

    /** Stores the object, new or not. */
    public GenericKubernetesResource apply(String yaml) {
        return resource(yaml).forceConflicts().serverSideApply();
    }

    /** The object of that name as it is stored in the tests' namespace. */
    public GenericKubernetesResource stored(String kind, String name) {
        return client.genericKubernetesResources(API_VERSION, kind)
                .inNamespace(NAMESPACE)
                .withName(name)
                .require();
    }

    public void delete(String yaml) {
        resource(yaml).delete();
    }

    /** Asks for the end of all node pools of the tests by one request, but for none of it to happen. */
    public void tryToDeletePools() {
        client.raw("/apis/" + API_VERSION + "/sparknodepools?dryRun=All&labelSelector=" + MADE_HERE, "DELETE", null);
    }

    private Resource<GenericKubernetesResource> resource(String yaml) {
        GenericKubernetesResource object = Serialization.unmarshal(yaml, GenericKubernetesResource.class);
        object.getMetadata().setLabels(Map.of(MADE_HERE, "true"));
        MixedOperation<GenericKubernetesResource, ?, Resource<GenericKubernetesResource>> kind =
                client.genericKubernetesResources(API_VERSION, object.getKind());
        String namespace = object.getMetadata().getNamespace();
        return namespace == null
                ? kind.resource(object)
                : kind.inNamespace(namespace).resource(object);
    }

    /** Removes the policies, and leaves the namespace. */
    public void clear() {
        client.genericKubernetesResources(API_VERSION, "SparkPodPolicy")
                .inNamespace(NAMESPACE)
                .delete();
        for (String kind : List.of("ClusterSparkPodPolicy", "SparkNodePool")) {
            client.genericKubernetesResources(API_VERSION, kind)
                    .withLabel(MADE_HERE)
                    .delete();
        }
    }

    private void removeAll() {
        clear();
        client.namespaces().withLabel(MADE_HERE).delete();
        await("the end of the namespaces")
                .atMost(Cluster.TO_SETTLE)
                .until(() -> client.namespaces()
                        .withLabel(MADE_HERE)
                        .list()
                        .getItems()
                        .isEmpty());
    }

    @Override
    public void close() {
        removeAll();
    }
}
