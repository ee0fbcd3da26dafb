package io.sparkusher.e2e.manifests;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.sparkusher.e2e.Cluster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What of the project's manifests the tests have applied. It stays until the run ends, so that classes which need the
 * same do not take it from each other; what was in the cluster before stays there for good.
 */
final class Manifests implements AutoCloseable {
    static final String CRDS = "crds";
    static final String ADMISSION_POLICIES = "admission-policies";
    static final String NET = "net";

    private static final String FIELD_MANAGER = "spark-usher-e2e";

    /** On what the tests made, so that a later run removes what an aborted one left. */
    private static final String MADE_ANNOTATION = "spark-usher-e2e/made";

    private final Path folder;
    private final KubernetesClient client;
    private final Set<String> applied = new HashSet<>();
    private final Deque<GenericKubernetesResource> made = new ArrayDeque<>();

    /** @param folder the project's manifests */
    Manifests(Path folder, KubernetesClient client) {
        this.folder = folder;
        this.client = client;
    }

    /** Applies the files of one of the folders as they are, if that was not done before, and waits for what they make. */
    void apply(String name) throws IOException {
        if (applied.add(name)) {
            List<GenericKubernetesResource> objects = ManifestFiles.read(folder.resolve(name));
            objects.forEach(this::apply);
            objects.forEach(this::awaitUse);
        }
    }

    private void apply(GenericKubernetesResource object) {
        Resource<GenericKubernetesResource> resource = client.resource(object);
        await("the end of the former " + object.getMetadata().getName())
                .atMost(Cluster.TO_SETTLE)
                .until(() -> resource.get() == null || !resource.get().isMarkedForDeletion());
        GenericKubernetesResource existing = resource.get();
        if (existing == null || isMadeByTests(existing)) {
            object.getMetadata().getAnnotations().put(MADE_ANNOTATION, "true");
            made.push(object);
        }
        client.resource(object).fieldManager(FIELD_MANAGER).forceConflicts().serverSideApply();
    }

    private static boolean isMadeByTests(GenericKubernetesResource object) {
        return object.getMetadata().getAnnotations().containsKey(MADE_ANNOTATION);
    }

    /** Objects of a kind can be stored once it is Established, and applied once its schema is published. */
    private void awaitUse(GenericKubernetesResource object) {
        if (object.getKind().equals("CustomResourceDefinition")) {
            String name = object.getMetadata().getName();
            await(name + " in use")
                    .atMost(Cluster.TO_SETTLE)
                    .ignoreExceptionsInstanceOf(KubernetesClientException.class)
                    .until(() -> isEstablished(name) && isPublished(object));
        }
    }

    private boolean isEstablished(String name) {
        return client
                .apiextensions()
                .v1()
                .customResourceDefinitions()
                .withName(name)
                .get()
                .getStatus()
                .getConditions()
                .stream()
                .anyMatch(condition -> condition.getType().equals("Established")
                        && condition.getStatus().equals("True"));
    }

    private boolean isPublished(GenericKubernetesResource definition) {
        String kind = Objects.requireNonNull(definition.<String>get("spec", "names", "kind"));
        return client.raw("/openapi/v3/apis/spark-usher.io/v1alpha1").contains("\"kind\":\"" + kind + "\"");
    }

    @Override
    public void close() {
        made.forEach(object -> client.resource(object).delete());
        made.forEach(object -> await("the end of " + object.getMetadata().getName())
                .atMost(Cluster.TO_SETTLE)
                .until(() -> client.resource(object).get() == null));
    }
}
