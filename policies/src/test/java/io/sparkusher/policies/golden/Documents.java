package io.sparkusher.policies.golden;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.github.fge.jsonpatch.JsonPatch;
import com.github.fge.jsonpatch.JsonPatchException;
import io.sparkusher.policies.decision.Decision;
import io.sparkusher.policies.patch.PatchOperation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Reads and writes what golden tests are made of, and applies patches with a library that is not ours. */
public final class Documents {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build());

    private Documents() {}

    static ObjectNode readYaml(Path file) {
        try {
            return (ObjectNode) YAML.readTree(file.toFile());
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    public static ObjectNode parseYaml(String text) {
        try {
            return (ObjectNode) YAML.readTree(text);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    static ObjectNode readJson(Path file) {
        try {
            return (ObjectNode) JSON.readTree(file.toFile());
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    public static String yaml(JsonNode node) {
        try {
            return YAML.writeValueAsString(node);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    static String prettyJson(JsonNode node) {
        return node.toPrettyString() + "\n";
    }

    public static ArrayNode json(List<PatchOperation> operations) {
        ArrayNode patch = JSON.createArrayNode();
        operations.forEach(operation -> patch.add(json(operation)));
        return patch;
    }

    private static ObjectNode json(PatchOperation operation) {
        ObjectNode node = JSON.createObjectNode();
        if (operation instanceof PatchOperation.Add add) {
            node.put("op", "add").put("path", add.path()).set("value", add.value());
        } else if (operation instanceof PatchOperation.Replace replace) {
            node.put("op", "replace").put("path", replace.path()).set("value", replace.value());
        } else {
            node.put("op", "remove").put("path", operation.path());
        }
        return node;
    }

    /** The pod with the decision's patch. */
    public static ObjectNode patched(JsonNode pod, Decision decision) {
        try {
            return (ObjectNode) JsonPatch.fromJson(json(decision.patch())).apply(pod);
        } catch (JsonPatchException | IOException exception) {
            throw new AssertionError("The patch does not apply: " + json(decision.patch()), exception);
        }
    }

    /** The reasons, the denial and the warnings, a line each. */
    public static String account(Decision decision) {
        StringBuilder account = new StringBuilder();
        decision.reasons()
                .forEach(reason -> account.append(reason.code())
                        .append("  ")
                        .append(reason)
                        .append('\n'));
        decision.warnings()
                .forEach(warning -> account.append("warning: ").append(warning).append('\n'));
        decision.denial()
                .ifPresent(denial -> account.append("denial: ").append(denial).append('\n'));
        return account.toString();
    }
}
