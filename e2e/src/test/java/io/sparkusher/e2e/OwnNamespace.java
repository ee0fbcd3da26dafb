package io.sparkusher.e2e;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;

/** A namespace of one test class. */
record OwnNamespace(KubernetesClient client, String name) implements AutoCloseable {
    private static final String LABEL = "spark-usher-e2e/own";

    /** Makes it anew; what an earlier run left is removed first, and what others made is not. */
    static OwnNamespace make(KubernetesClient client, String name, Map<String, String> labels) {
        OwnNamespace namespace = new OwnNamespace(client, name);
        namespace.remove();
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .addToLabels(LABEL, "true")
                        .addToLabels(labels)
                        .endMetadata()
                        .build())
                .create();
        await("the default service account of " + name)
                .atMost(Cluster.TO_SETTLE)
                .until(() -> client.serviceAccounts()
                                .inNamespace(name)
                                .withName("default")
                                .get()
                        != null);
        return namespace;
    }

    /** Gives it a label, or another value of one. */
    void label(String key, String value) {
        client.namespaces().withName(name).edit(namespace -> new NamespaceBuilder(namespace)
                .editMetadata()
                .addToLabels(key, value)
                .endMetadata()
                .build());
    }

    private void remove() {
        client.namespaces()
                .withLabel(LABEL)
                .withField("metadata.name", name)
                .delete();
        await("the end of the namespace " + name)
                .atMost(Cluster.TO_SETTLE)
                .until(() -> client.namespaces()
                        .withLabel(LABEL)
                        .withField("metadata.name", name)
                        .list()
                        .getItems()
                        .isEmpty());
    }

    @Override
    public void close() {
        remove();
    }
}
