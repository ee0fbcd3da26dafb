package io.sparkusher.e2e.node;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Golden cases in the cluster: every one in a namespace of its own, its policies in force. */
final class GoldenCases implements AutoCloseable {
    private static final String LABEL = "spark-usher-e2e/case";
    private static final Duration TO_APPLY = Duration.ofMinutes(5);

    private final NodeSettings settings;
    private final KubernetesClient client;
    private final List<GoldenCase> cases;

    GoldenCases(NodeSettings settings, KubernetesClient client) {
        this.settings = settings;
        this.client = client;
        this.cases = GoldenCase.all(settings.reviews().resolveSibling("cases"));
    }

    /** Something to be done with cases that are in force. */
    @FunctionalInterface
    interface Task {
        void run(List<GoldenCase> inForce) throws IOException;
    }

    /** Does the same with all cases, as many at once as can be: those whose node pools ask for the same node labels. */
    void withEach(Task task) throws IOException {
        Map<Set<String>, List<GoldenCase>> byPoolKeys = new LinkedHashMap<>();
        cases.forEach(golden -> byPoolKeys
                .computeIfAbsent(golden.poolKeys(), keys -> new ArrayList<>())
                .add(golden));
        makeNamespace(CaseMove.ELSEWHERE, Map.of());
        for (List<GoldenCase> group : byPoolKeys.values()) {
            apply(group);
            try {
                task.run(group);
            } finally {
                remove(group);
            }
        }
    }

    /** Applies everything, and waits until every replica reviews with every policy. */
    private void apply(List<GoldenCase> group) {
        group.forEach(this::makeNamespace);
        Path file = settings.work().resolve("cases.json");
        write(
                file,
                group.stream().flatMap(golden -> Stream.concat(golden.pools().stream(), golden.policies().stream())));
        settings.kubectl().with("apply", "--server-side", "-f", file.toString()).run(TO_APPLY);
        settings.kubectl()
                .with("wait", "--for=condition=Ready", "--timeout=120s", "-f", file.toString())
                .run(NodeCluster.TO_SETTLE);
    }

    /** The policies first: they keep their node pools. */
    private void remove(List<GoldenCase> group) {
        delete("policies", group.stream().flatMap(golden -> golden.policies().stream()));
        delete("pools", group.stream().flatMap(golden -> golden.pools().stream()));
    }

    private void delete(String name, Stream<ObjectNode> objects) {
        Path file = settings.work().resolve(name + "-of-cases.json");
        write(file, objects);
        settings.kubectl()
                .with("delete", "--ignore-not-found", "-f", file.toString())
                .run(TO_APPLY);
    }

    private static void write(Path file, Stream<ObjectNode> objects) {
        try {
            Files.writeString(
                    file,
                    objects.map(Object::toString)
                            .collect(Collectors.joining(
                                    ",", "{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[", "]}")));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private void makeNamespace(GoldenCase golden) {
        makeNamespace(golden.namespace(), golden.labels());
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

    private void makeNamespace(String name, Map<String, String> labels) {
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .addToLabels(labels)
                        .addToLabels(LABEL, "true")
                        .endMetadata()
                        .build())
                .serverSideApply();
    }

    @Override
    public void close() {
        client.namespaces().withLabel(LABEL, "true").delete();
    }
}
