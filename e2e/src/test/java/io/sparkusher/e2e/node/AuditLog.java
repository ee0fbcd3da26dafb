package io.sparkusher.e2e.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The API server's audit log: a line for each stage of a request, in JSON. */
record AuditLog(Path file) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a service account of ours did and was allowed to. */
    Set<Grant> used(String account) {
        return events(account).filter(AuditLog::allowed).map(AuditLog::use).collect(Collectors.toSet());
    }

    /** What a service account of ours has tried since then and was not allowed to. */
    List<Grant> refused(String account, Instant since) {
        return events(account)
                .filter(event -> !allowed(event))
                .filter(event -> Instant.parse(
                                event.path("requestReceivedTimestamp").asText())
                        .isAfter(since))
                .map(AuditLog::use)
                .distinct()
                .toList();
    }

    private Stream<JsonNode> events(String account) {
        String user = "system:serviceaccount:" + InstalledUsher.NAMESPACE + ":" + account;
        try (Stream<String> lines = Files.lines(file)) {
            return lines
                    .filter(line -> line.contains(user))
                    .map(AuditLog::parse)
                    .filter(event -> user.equals(event.at("/user/username").asText()))
                    .filter(event -> event.has("objectRef"))
                    .toList()
                    .stream();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException exception) {
            throw new UncheckedIOException("Not an event: " + line, exception);
        }
    }

    private static boolean allowed(JsonNode event) {
        return "allow"
                .equals(event.path("annotations")
                        .path("authorization.k8s.io/decision")
                        .asText());
    }

    private static Grant use(JsonNode event) {
        JsonNode object = event.path("objectRef");
        String subresource = object.path("subresource").asText();
        String resource = object.path("resource").asText();
        return new Grant(
                object.path("apiGroup").asText(),
                subresource.isEmpty() ? resource : resource + "/" + subresource,
                object.path("name").asText(),
                event.path("verb").asText());
    }
}
