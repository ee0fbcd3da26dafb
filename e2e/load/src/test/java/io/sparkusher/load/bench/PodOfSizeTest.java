package io.sparkusher.load.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PodOfSizeTest {
    private final Reviews reviews;

    PodOfSizeTest() throws IOException {
        reviews = new Reviews(Path.of("../../policies/src/test/resources/reviews/spark-4.1.1-executor.json"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 10_000, 200_000})
    void isAnExecutorOfThatSize(int bytes) throws IOException {
        JsonNode review = new ObjectMapper().readTree(reviews.ofSize(bytes));
        JsonNode pod = review.get("request").get("object");

        int size = Reviews.bytes(pod).length;
        assertTrue(size >= bytes && size < bytes + 260, "It has " + size + " bytes");
        assertEquals("executor", pod.at("/metadata/labels/spark-role").asText());
        assertEquals(
                "spark-kubernetes-executor", pod.at("/spec/containers/0/name").asText());
    }
}
