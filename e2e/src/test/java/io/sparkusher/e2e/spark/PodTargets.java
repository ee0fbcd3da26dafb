package io.sparkusher.e2e.spark;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What Prometheus discovers of pods, in a file, with the labels of its discovery of Kubernetes: Debian's Prometheus is built
 * without that.
 */
record PodTargets(TeamNamespace team, Path file) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Writes down what there is now. */
    void discover() {
        List<Map<String, Object>> targets = team.client().pods().inNamespace(team.name()).list().getItems().stream()
                .filter(pod -> pod.getStatus().getPodIP() != null)
                .flatMap(PodTargets::targets)
                .toList();
        Path written = file.resolveSibling("written");
        try {
            JSON.writeValue(written.toFile(), targets);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static Stream<Map<String, Object>> targets(Pod pod) {
        return pod.getSpec().getContainers().stream()
                .map(Container::getPorts)
                .flatMap(List::stream)
                .map(port -> Map.of(
                        "targets",
                        List.of(pod.getStatus().getPodIP() + ":" + port.getContainerPort()),
                        "labels",
                        labels(pod, port)));
    }

    private static Map<String, String> labels(Pod pod, ContainerPort port) {
        Map<String, String> labels = new TreeMap<>();
        labels.put("__meta_kubernetes_namespace", pod.getMetadata().getNamespace());
        labels.put(PodMonitor.POD + "name", pod.getMetadata().getName());
        labels.put(PodMonitor.POD + "phase", pod.getStatus().getPhase());
        labels.put(PodMonitor.POD + "container_port_name", port.getName() == null ? "" : port.getName());
        pod.getMetadata().getLabels().forEach((key, value) -> {
            labels.put(PodMonitor.label(key), value);
            labels.put(PodMonitor.present(key), "true");
        });
        return labels;
    }
}
