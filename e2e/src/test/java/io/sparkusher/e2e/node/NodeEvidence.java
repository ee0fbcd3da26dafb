package io.sparkusher.e2e.node;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is kept where a test fails: pods, events and logs of Spark Usher, whose lines are its decisions, and of every
 * namespace that the tests made.
 */
final class NodeEvidence {
    private final KubernetesClient client;
    private final Path folder;

    private NodeEvidence(KubernetesClient client, Path folder) {
        this.client = client;
        this.folder = folder;
    }

    static void keep(NodeCluster cluster, Path folder) throws IOException {
        Files.createDirectories(folder);
        NodeEvidence evidence = new NodeEvidence(cluster.client(), folder);
        for (String namespace : evidence.namespaces()) {
            evidence.keep(namespace);
        }
    }

    private List<String> namespaces() {
        Stream<String> made = client.namespaces().withLabel(NodeCluster.MADE_BY_TESTS).list().getItems().stream()
                .map(namespace -> namespace.getMetadata().getName());
        return Stream.concat(Stream.of(InstalledUsher.NAMESPACE), made).toList();
    }

    private void keep(String namespace) throws IOException {
        List<Pod> pods = client.pods().inNamespace(namespace).list().getItems();
        keep(namespace + "-pods.yaml", pods);
        keep(
                namespace + "-events.yaml",
                client.v1().events().inNamespace(namespace).list().getItems());
        for (Pod pod : pods) {
            for (Container container : pod.getSpec().getContainers()) {
                keepLog(pod, container.getName());
            }
        }
    }

    private void keep(String name, List<? extends HasMetadata> objects) throws IOException {
        Files.writeString(folder.resolve(name), Serialization.asYaml(objects));
    }

    private void keepLog(Pod pod, String container) throws IOException {
        String name = pod.getMetadata().getNamespace() + "-" + pod.getMetadata().getName() + "-" + container + ".log";
        Files.writeString(folder.resolve(name), log(pod, container));
    }

    // A container that never started has none.
    private String log(Pod pod, String container) {
        try {
            return client.pods().resource(pod).inContainer(container).getLog();
        } catch (KubernetesClientException none) {
            return "No log: " + none.getMessage();
        }
    }
}
