package io.sparkusher.e2e.node;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Golden cases in the cluster: every one in a namespace of its own, its policies in force. */
final class GoldenCases implements AutoCloseable {
    private static final String LABEL = "spark-usher-e2e/case";
    private static final Duration TO_APPLY = Duration.ofMinutes(2);

    private final NodeSettings settings;
    private final KubernetesClient client;
    private final List<GoldenCase> cases;

    GoldenCases(NodeSettings settings, KubernetesClient client) {
        this.settings = settings;
        this.client = client;
        this.cases = GoldenCase.all(settings.reviews().resolveSibling("cases"));
    }

    List<GoldenCase> cases() {
        return cases;
    }

    /** Applies everything, and waits until every replica reviews with every policy. */
    void apply() {
        cases.forEach(this::makeNamespace);
        Path file = settings.work().resolve("cases.json");
        try {
            Files.writeString(
                    file,
                    cases.stream()
                            .flatMap(golden -> golden.policies().stream())
                            .map(Object::toString)
                            .collect(Collectors.joining(
                                    ",", "{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[", "]}")));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        settings.kubectl().with("apply", "--server-side", "-f", file.toString()).run(TO_APPLY);
        settings.kubectl()
                .with("wait", "--for=condition=Ready", "--timeout=120s", "-f", file.toString())
                .run(NodeCluster.TO_SETTLE);
    }

    private void makeNamespace(GoldenCase golden) {
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(golden.namespace())
                        .addToLabels(LABEL, "true")
                        .endMetadata()
                        .build())
                .serverSideApply();
        for (String account : golden.serviceAccounts()) {
            client.resource(new ServiceAccountBuilder()
                            .withNewMetadata()
                            .withNamespace(golden.namespace())
                            .withName(account)
                            .endMetadata()
                            .build())
                    .serverSideApply();
        }
    }

    @Override
    public void close() {
        client.namespaces().withLabel(LABEL, "true").delete();
    }
}
