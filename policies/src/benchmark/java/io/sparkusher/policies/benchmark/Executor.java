package io.sparkusher.policies.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The review of an executor that Spark 4.1.1 made, as a real API server sent it. */
public final class Executor {
    static final String NAMESPACE = "team-a";

    private static final Path REVIEW = Path.of("../policies/src/test/resources/reviews/spark-4.1.1-executor.json");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Executor() {}

    /**
     * The bytes of the request: what is kept for people to read has blanks and lines that the API server does not send.
     */
    public static byte[] review() {
        return recorded().toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The pod, with as much of it as policies are shown. */
    static ObjectNode pod() {
        return ((ObjectNode) recorded().at("/request/object")).retain(List.of("metadata", "spec"));
    }

    private static JsonNode recorded() {
        try {
            return JSON.readTree(REVIEW.toFile());
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
