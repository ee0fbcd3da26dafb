package io.sparkusher.e2e.node;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The namespace whose Spark pods are reviewed, and its policy. */
final class Team {
    static final String NAMESPACE = "spark-usher-e2e-team";

    private final NodeSettings settings;
    private final KubernetesClient client;

    Team(NodeSettings settings, KubernetesClient client) {
        this.settings = settings;
        this.client = client;
    }

    /** Makes the namespace, without its policy. */
    void make() {
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(NAMESPACE)
                        .addToLabels(NodeCluster.MADE_BY_TESTS, "true")
                        .endMetadata()
                        .build())
                .create();
        await("the default service account of " + NAMESPACE)
                .atMost(NodeCluster.TO_SETTLE)
                .until(() -> client.serviceAccounts()
                                .inNamespace(NAMESPACE)
                                .withName("default")
                                .get()
                        != null);
    }

    /** Removes the namespace with all that is in it, where the tests made it. */
    void remove() {
        Namespace present = client.namespaces().withName(NAMESPACE).get();
        if (present == null) {
            return;
        }
        if (!present.getMetadata().getLabels().containsKey(NodeCluster.MADE_BY_TESTS)) {
            throw new IllegalStateException("The cluster has a namespace " + NAMESPACE
                    + " that these tests did not make: they need a disposable cluster");
        }
        client.resource(present).delete();
        await("the end of the namespace " + NAMESPACE)
                .atMost(NodeCluster.TO_SETTLE)
                .until(() -> client.namespaces().withName(NAMESPACE).get() == null);
    }

    /**
     * Applies the policy, and waits until every replica reviews with it, as its status says: the first injected pod says so
     * of one replica only. Needs the CRDs to be established, which they are a moment after the manifests were applied.
     */
    void applyPolicy() {
        Path file = settings.work().resolve("policy.yaml");
        try {
            Files.writeString(file, InjectedLabel.policy(NAMESPACE));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        settings.kubectl()
                .with("wait", "--for=condition=Established", "--timeout=60s", "crd/sparkpodpolicies.spark-usher.io")
                .run(NodeCluster.TO_SETTLE);
        settings.kubectl().with("apply", "--server-side", "-f", file.toString()).run(Duration.ofMinutes(1));
        settings.kubectl()
                .with("wait", "--for=condition=Ready", "--timeout=120s", "-f", file.toString())
                .run(NodeCluster.TO_SETTLE);
    }

    /** Waits for the first pod that is reviewed with the policy. */
    void awaitInjection() {
        PodCreation creation = PodCreation.dryRun(settings, client);
        await("the first injected pod")
                .atMost(NodeCluster.TO_SETTLE)
                .until(() -> creation.attempt(0).outcome() instanceof Outcome.Injected);
    }
}
