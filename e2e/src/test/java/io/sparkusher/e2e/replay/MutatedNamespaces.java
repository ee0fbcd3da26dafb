package io.sparkusher.e2e.replay;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Namespaces for each mutator. All that change pods are registered at the same time, each for its own namespaces: so
 * the API server has learnt of everything before anything is measured, and nothing is switched in between.
 *
 * @param each how many of them a mutator has
 */
record MutatedNamespaces(KubernetesClient client, int each) implements AutoCloseable {
    private static final Duration TO_SETTLE = Duration.ofMinutes(5);

    /** The account that the recorded pods name. */
    private static final String ACCOUNT = "spark";

    /** Makes them; what an aborted run left is removed first. */
    static MutatedNamespaces make(KubernetesClient client, Collection<Mutator> mutators, int each) {
        MutatedNamespaces namespaces = new MutatedNamespaces(client, each);
        namespaces.close();
        mutators.forEach(mutator -> namespaces.of(mutator).forEach(name -> namespaces.make(name, mutator)));
        return namespaces;
    }

    private void make(String name, Mutator mutator) {
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .addToLabels(Mutator.LABEL, mutator.label())
                        .endMetadata()
                        .build())
                .create();
        client.resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withNamespace(name)
                        .withName(ACCOUNT)
                        .endMetadata()
                        .build())
                .serverSideApply();
    }

    List<String> of(Mutator mutator) {
        return IntStream.rangeClosed(1, each)
                .mapToObj(number -> "spark-usher-e2e-" + mutator.label() + "-" + number)
                .toList();
    }

    @Override
    public void close() {
        client.namespaces().withLabel(Mutator.LABEL).delete();
        await("the end of the namespaces")
                .atMost(TO_SETTLE)
                .until(() -> client.namespaces()
                        .withLabel(Mutator.LABEL)
                        .list()
                        .getItems()
                        .isEmpty());
    }
}
