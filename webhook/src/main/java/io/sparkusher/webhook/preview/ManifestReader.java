package io.sparkusher.webhook.preview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import io.sparkusher.policies.source.Problem;
import io.sparkusher.policies.source.Problems;
import io.sparkusher.policies.source.SourceDocument;
import io.sparkusher.policies.source.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the documents of files in YAML or JSON. */
final class ManifestReader {
    private static final String STANDARD_INPUT = "-";
    private static final Pattern POSITION_IN_MESSAGE = Pattern.compile(" \\((for|start marker) .*", Pattern.DOTALL);

    private final InputStream standardInput;

    ManifestReader(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    /** @param file {@code -} for standard input */
    List<Manifest> read(String file) throws BadInputException {
        String name = file.equals(STANDARD_INPUT) ? "standard input" : file;
        String text = text(name, bytes(file));
        List<Manifest> manifests = text.stripLeading().startsWith("{") ? json(name, text) : yaml(name, text);
        if (manifests.isEmpty()) {
            throw new BadInputException(name + ": is empty, where a Pod or an AdmissionReview was expected");
        }
        return manifests;
    }

    private byte[] bytes(String file) throws BadInputException {
        if (!file.equals(STANDARD_INPUT) && Files.isDirectory(Path.of(file))) {
            throw new BadInputException(file + ": is a folder; name the files in it, such as " + Path.of(file, "*"));
        }
        try {
            return file.equals(STANDARD_INPUT) ? standardInput.readAllBytes() : Files.readAllBytes(Path.of(file));
        } catch (NoSuchFileException exception) {
            throw new BadInputException(file + ": there is no such file");
        } catch (AccessDeniedException exception) {
            throw new BadInputException(file + ": you are not allowed to read it");
        } catch (IOException exception) {
            throw new BadInputException(file + ": cannot be read: " + exception.getMessage());
        }
    }

    private static String text(String name, byte[] bytes) throws BadInputException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException exception) {
            throw new BadInputException(name + ": is not UTF-8 text");
        }
    }

    /** A brace may open JSON, which is read by the JSON reader for the sake of its numbers, or YAML's flow style. */
    private static List<Manifest> json(String name, String text) throws BadInputException {
        List<Manifest> manifests = new ArrayList<>();
        try (MappingIterator<JsonNode> documents =
                ExactJson.MAPPER.readerFor(JsonNode.class).readValues(text)) {
            while (documents.hasNextValue()) {
                manifests.add(new Manifest(name, name, documents.nextValue()));
            }
            return manifests;
        } catch (JsonProcessingException exception) {
            return yamlRatherThan(exception, name, text);
        } catch (IOException exception) {
            throw new BadInputException(name + ": cannot be read: " + exception.getMessage());
        }
    }

    private static List<Manifest> yamlRatherThan(JsonProcessingException json, String name, String text)
            throws BadInputException {
        try {
            return yaml(name, text);
        } catch (BadInputException yaml) {
            String line =
                    json.getLocation() == null ? "" : ":" + json.getLocation().getLineNr();
            throw new BadInputException(name + line + ": is not JSON: " + sentence(json));
        }
    }

    private static List<Manifest> yaml(String name, String text) throws BadInputException {
        Problems problems = new Problems();
        List<SourceDocument> documents = YamlReader.read(name, text, problems);
        if (problems.hasErrors()) {
            throw new BadInputException(
                    problems.sorted().stream().map(Problem::toString).toList());
        }
        return documents.stream()
                .map(document ->
                        new Manifest(name, documents.size() == 1 ? name : document.position(), document.root()))
                .toList();
    }

    /** Without the other positions that the parser names, which are of no use to people. */
    private static String sentence(JsonProcessingException exception) {
        return POSITION_IN_MESSAGE.matcher(exception.getOriginalMessage()).replaceFirst("");
    }
}
