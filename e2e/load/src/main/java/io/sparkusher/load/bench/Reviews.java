package io.sparkusher.load.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** The review of a real executor, and others made of it. All of them without blanks, as the API server sends them. */
final class Reviews {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ObjectNode recorded;

    Reviews(Path file) throws IOException {
        recorded = (ObjectNode) MAPPER.readTree(Files.readAllBytes(file));
    }

    /** As it was recorded. */
    byte[] executor() {
        return bytes(recorded);
    }

    /** Of an executor as large as that, the review's own fields not counted. */
    byte[] ofSize(int bytes) {
        ObjectNode review = recorded.deepCopy();
        ObjectNode request = (ObjectNode) review.get("request");
        request.set("object", new PodOfSize((ObjectNode) request.get("object")).of(bytes));
        return bytes(review);
    }

    /** How many operations the patch of an answer has. */
    static int operations(byte[] answer) throws IOException {
        JsonNode patch = MAPPER.readTree(answer).path("response").path("patch");
        return MAPPER.readTree(Base64.getDecoder().decode(patch.asText())).size();
    }

    static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (IOException impossible) {
            throw new UncheckedIOException("JSON can be written to memory", impossible);
        }
    }
}
