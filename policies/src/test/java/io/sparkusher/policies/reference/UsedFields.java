package io.sparkusher.policies.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which golden case shows each field of a section: the one with the shortest policies. */
final class UsedFields {
    private static final Path CASES = Path.of("src/test/resources/cases");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final Map<String, Path> shortest = new TreeMap<>();

    UsedFields() {
        try (Stream<Path> folders = Files.list(CASES)) {
            folders.sorted().map(folder -> folder.resolve("policies.yaml")).forEach(this::read);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** The sentence of a case that uses the field, as its folder is named. */
    String exampleOf(String field) {
        Path policies = shortest.get(field);
        if (policies == null) {
            throw new AssertionError("No golden case uses the field " + field + ": write one");
        }
        return sentence(policies);
    }

    private static String sentence(Path policies) {
        return String.valueOf(policies.getName(policies.getNameCount() - 2));
    }

    private void read(Path policies) {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(policies.toFile())) {
            while (documents.hasNext()) {
                JsonNode spec = documents.next().path("spec");
                for (String section : List.of("common", "driver", "executor")) {
                    spec.path(section)
                            .fieldNames()
                            .forEachRemaining(field -> shortest.merge(field, policies, UsedFields::shorter));
                }
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static Path shorter(Path first, Path second) {
        return second.toFile().length() < first.toFile().length() ? second : first;
    }
}
