package io.sparkusher.e2e.spark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A PodMonitor as the manifests have it, and what the Prometheus operator has a Prometheus do by it. */
record PodMonitor(JsonNode object) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    static final String POD = "__meta_kubernetes_pod_";

    /** Those of a file. */
    static List<PodMonitor> read(Path file) {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(file.toFile())) {
            return documents.readAll().stream()
                    .filter(document -> document.path("kind").asText().equals("PodMonitor"))
                    .map(PodMonitor::new)
                    .toList();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /**
     * The jobs of Prometheus' configuration, one for each endpoint.
     *
     * @param targets the file in which Prometheus finds the pods
     */
    List<Map<String, Object>> jobs(Path targets) {
        List<Map<String, Object>> jobs = new ArrayList<>();
        for (JsonNode endpoint : object.at("/spec/podMetricsEndpoints")) {
            Map<String, Object> job = new TreeMap<>();
            job.put("job_name", object.at("/metadata/name").asText() + "/" + jobs.size());
            job.put("metrics_path", endpoint.path("path").asText("/metrics"));
            job.put("file_sd_configs", List.of(Map.of("files", List.of(targets.toString()), "refresh_interval", "5s")));
            job.put("relabel_configs", rules(endpoint.path("port").asText()));
            jobs.add(job);
        }
        return jobs;
    }

    private List<Map<String, Object>> rules(String port) {
        List<Map<String, Object>> rules = new ArrayList<>();
        rules.add(rule("drop", POD + "phase", "Failed|Succeeded"));
        if (!object.at("/spec/namespaceSelector/any").asBoolean()) {
            rules.add(rule(
                    "keep",
                    "__meta_kubernetes_namespace",
                    object.at("/metadata/namespace").asText()));
        }
        object.at("/spec/selector/matchLabels")
                .properties()
                .forEach(label -> rules.add(
                        rule("keep", label(label.getKey()), label.getValue().asText())));
        object.at("/spec/selector/matchExpressions").forEach(expression -> rules.add(rule(expression)));
        rules.add(rule("keep", POD + "container_port_name", port));
        rules.add(named("__meta_kubernetes_namespace", "namespace"));
        rules.add(named(POD + "name", "pod"));
        object.at("/spec/podTargetLabels")
                .forEach(label -> rules.add(named(label(label.asText()), name(label.asText()))));
        return rules;
    }

    private static Map<String, Object> rule(JsonNode expression) {
        String key = expression.path("key").asText();
        List<String> values = new ArrayList<>();
        expression.path("values").forEach(value -> values.add(value.asText()));
        return switch (expression.path("operator").asText()) {
            case "In" -> rule("keep", label(key), String.join("|", values));
            case "NotIn" -> rule("drop", label(key), String.join("|", values));
            case "Exists" -> rule("keep", present(key), "true");
            case "DoesNotExist" -> rule("drop", present(key), "true");
            default -> throw new IllegalArgumentException("Not an operator: " + expression);
        };
    }

    private static Map<String, Object> rule(String action, String source, String pattern) {
        return Map.of("action", action, "source_labels", List.of(source), "regex", pattern);
    }

    private static Map<String, Object> named(String source, String target) {
        return Map.of("source_labels", List.of(source), "regex", "(.+)", "target_label", target);
    }

    static String present(String key) {
        return POD + "labelpresent_" + name(key);
    }

    static String label(String key) {
        return POD + "label_" + name(key);
    }

    private static String name(String label) {
        return label.replaceAll("[^A-Za-z0-9_]", "_");
    }
}
