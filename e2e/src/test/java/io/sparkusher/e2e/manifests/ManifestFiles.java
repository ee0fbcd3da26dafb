package io.sparkusher.e2e.manifests;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads YAML files with objects for a cluster, whatever their kind. */
public final class ManifestFiles {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private ManifestFiles() {}

    /** The objects of all files in the folder but kustomize's own. */
    static List<GenericKubernetesResource> read(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml") && !file.endsWith("kustomization.yaml"))
                    .sorted()
                    .flatMap(file -> documents(file).stream())
                    .map(document -> YAML.convertValue(document, GenericKubernetesResource.class))
                    .toList();
        }
    }

    /** The file's documents; empty ones are left out. */
    public static List<ObjectNode> documents(Path file) {
        try (MappingIterator<ObjectNode> documents =
                YAML.readerFor(ObjectNode.class).readValues(file.toFile())) {
            return documents.readAll();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
