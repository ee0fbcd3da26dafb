package io.sparkusher.policies.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.PolicySet;
import io.sparkusher.policies.decision.Decision;
import io.sparkusher.policies.pod.PodReview;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the examples do to pods that real spark-submits made, as a real API server sent them. */
class RecordedReviewsTest {
    private static final Path REVIEWS = Path.of("src/test/resources/reviews");
    private static final Path EXPECTED = Path.of("src/test/resources/reviewed");
    private static final PolicySet EXAMPLES = Policies.load(Path.of("../examples"));
    private static final List<String> NOT_SPARKS = List.of("deployment-pod", "job-pod-update");

    static List<String> reviews() throws IOException {
        try (Stream<Path> files = Files.list(REVIEWS)) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("reviews")
    void givesTheExpectedPatchAndReasons(String name) {
        Decision decision = decide(name, pod(name));
        Golden.assertSame(
                EXPECTED.resolve(name + ".patch.json"), Documents.prettyJson(Documents.json(decision.patch())));
        Golden.assertSame(EXPECTED.resolve(name + ".reasons.txt"), Documents.account(decision));
        assertEquals(NOT_SPARKS.contains(name), decision.patch().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("reviews")
    void changesNothingTheSecondTime(String name) {
        ObjectNode patched = Documents.patched(pod(name), decide(name, pod(name)));
        assertEquals(List.of(), decide(name, patched).patch());
    }

    @ParameterizedTest
    @MethodSource("reviews")
    void keepsFieldsThatNobodyHasHeardOf(String name) {
        ObjectNode plain = pod(name);
        ObjectNode strange = UnknownFields.addedEverywhere(plain);
        ObjectNode patched = Documents.patched(strange, decide(name, strange));
        assertEquals(
                Documents.patched(plain, decide(name, plain)).toString(),
                UnknownFields.removedEverywhere(patched).toString(),
                "without them it is the pod that comes out otherwise, to the order of its fields");
        assertTrue(UnknownFields.count(strange) > 20, "they are everywhere");
        int removedWithTheToken = UnknownFields.count(strange) - UnknownFields.count(patched);
        assertEquals(UnknownFields.inTokenVolumes(strange, patched), removedWithTheToken);
        assertFalse(patched.isEmpty());
    }

    private static Decision decide(String name, ObjectNode pod) {
        JsonNode request = request(name);
        return EXAMPLES.review(new PodReview(
                request.path("namespace").asText(), request.path("operation").asText(), "pods", "", pod.deepCopy()));
    }

    private static ObjectNode pod(String name) {
        return (ObjectNode) request(name).path("object");
    }

    private static JsonNode request(String name) {
        return Documents.readJson(REVIEWS.resolve(name + ".json")).path("request");
    }
}
