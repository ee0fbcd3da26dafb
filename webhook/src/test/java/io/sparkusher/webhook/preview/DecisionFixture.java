package io.sparkusher.webhook.preview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.decision.Decision;
import io.sparkusher.policies.decision.Reason;
import io.sparkusher.policies.decision.ReasonCode;
import io.sparkusher.policies.patch.PatchOperation;
import io.sparkusher.policies.pod.PodReview;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Pods and decisions written by hand, in the folder {@code preview} of the test resources. */
final class DecisionFixture {
    private DecisionFixture() {}

    static Path file(String name) {
        return Path.of("src", "test", "resources", "preview", name);
    }

    static PodInput pod(String name) throws BadInputException {
        return new PodInput(name, PodReview.ofCreation("team-a", (ObjectNode) read(name)));
    }

    static Decision decision(String name) throws BadInputException {
        JsonNode decision = read(name);
        List<PatchOperation> patch = new ArrayList<>();
        decision.path("patch").forEach(operation -> patch.add(operation(operation)));
        List<Reason> reasons = new ArrayList<>();
        decision.path("reasons").forEach(reason -> reasons.add(reason(reason)));
        List<String> warnings = new ArrayList<>();
        decision.path("warnings").forEach(warning -> warnings.add(warning.asText()));
        return new Decision(
                Optional.ofNullable(decision.get("denial")).map(JsonNode::asText), patch, reasons, warnings, Map.of());
    }

    /** What a text in YAML says. */
    static JsonNode parse(String yaml) throws BadInputException {
        InputStream input = new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
        return new ManifestReader(input).read("-").get(0).content();
    }

    private static JsonNode read(String name) throws BadInputException {
        return new ManifestReader(InputStream.nullInputStream())
                .read(file(name).toString())
                .get(0)
                .content();
    }

    private static PatchOperation operation(JsonNode operation) {
        String path = operation.path("path").asText();
        Optional<PolicyReference> author = policy(operation.path("author").asText());
        return switch (operation.path("op").asText()) {
            case "add" -> new PatchOperation.Add(path, operation.path("value"), author);
            case "replace" -> new PatchOperation.Replace(path, operation.path("value"), author);
            case "remove" -> new PatchOperation.Remove(path, author);
            default -> throw new IllegalArgumentException(operation.toString());
        };
    }

    private static Reason reason(JsonNode reason) {
        return new Reason(
                policy(reason.path("policy").asText()),
                ReasonCode.valueOf(reason.path("code").asText()),
                reason.path("sentence").asText());
    }

    /** {@code Kind/namespace/name} or {@code Kind/name}. */
    private static Optional<PolicyReference> policy(String path) {
        String[] parts = path.split("/", -1);
        return switch (parts.length) {
            case 2 -> Optional.of(new PolicyReference(parts[0], "", parts[1], OptionalLong.empty()));
            case 3 -> Optional.of(new PolicyReference(parts[0], parts[1], parts[2], OptionalLong.empty()));
            default -> Optional.empty();
        };
    }
}
