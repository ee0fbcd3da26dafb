package io.sparkusher.webhook.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.webhook.testing.RecordedReviews;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The review of an executor as the API server sends it, without the blanks that it is kept with. */
final class ExecutorReview {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ExecutorReview() {}

    /** @param times how often there is what Spark puts into the environment, under other names each time */
    static byte[] withEnvironment(int times) {
        JsonNode review = recorded();
        ArrayNode environment = (ArrayNode) review.at("/request/object/spec/containers/0/env");
        ArrayNode recorded = environment.deepCopy();
        for (int time = 1; time < times; time++) {
            for (JsonNode variable : recorded) {
                ObjectNode another = variable.deepCopy();
                environment.add(another.put("name", variable.path("name").asText() + "_" + time));
            }
        }
        return review.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode recorded() {
        try {
            return JSON.readTree(RecordedReviews.executor());
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
