package io.sparkusher.e2e.reviews;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.e2e.Cluster;
import io.sparkusher.e2e.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Reviews that an API server once sent: what comes of them is a pod that an API server takes. */
@ExtendWith(InstallationExtension.class)
class RecordedReviewsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NOT_SPARKS = List.of("deployment-pod.json", "job-pod-update.json");

    private final Installation installation;

    RecordedReviewsIT(Installation installation) {
        this.installation = installation;
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("sparks")
    void yieldsAPodThatTheApiServerAcceptsAndThatNeedsNothingMore(String folder, String review) throws IOException {
        Preview preview = preview(folder);
        ObjectNode pod = (ObjectNode) JSON.readTree(preview.pod(review(review)));
        assertNotEquals(submitted(review), pod);
        ObjectNode accepted = dryRun(pod);
        accepted.withObject("metadata").put("namespace", Cluster.TEAM_WITH_POLICIES);
        assertEquals("[]", preview.patch(accepted.toString()).strip());
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("notSparks")
    void leavesAPodAloneThatIsNotSparks(String folder, String review) throws IOException {
        Preview preview = preview(folder);
        assertEquals("[]", preview.patch(review(review)).strip());
        assertEquals(submitted(review), JSON.readTree(preview.pod(review(review))));
    }

    private static Stream<Arguments> sparks() throws IOException {
        return reviews(false);
    }

    private static Stream<Arguments> notSparks() throws IOException {
        return reviews(true);
    }

    private static Stream<Arguments> reviews(boolean notSparks) throws IOException {
        try (Stream<Path> files = Files.list(Settings.ofTheBuild().reviews())) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> NOT_SPARKS.contains(name) == notSparks)
                    .sorted()
                    .toList();
            assertFalse(names.isEmpty());
            return Stream.of("policies", "examples")
                    .flatMap(folder -> names.stream().map(name -> Arguments.of(folder, name)));
        }
    }

    private Path review(String name) {
        return installation.settings().reviews().resolve(name);
    }

    private JsonNode submitted(String review) throws IOException {
        return JSON.readTree(review(review).toFile()).at("/request/object");
    }

    private Preview preview(String folder) {
        Settings settings = installation.settings();
        return new Preview(settings, folder.equals("examples") ? settings.examples() : Installation.policies());
    }

    /** In a namespace where Spark Usher is not asked, so that nothing but the preview's result is judged. */
    private ObjectNode dryRun(ObjectNode pod) throws IOException {
        String account = pod.at("/spec/serviceAccountName").asText();
        assertEquals(account, pod.at("/spec/serviceAccount").asText());
        installation.cluster().makeServiceAccount(Cluster.NOT_REVIEWED, account);
        ObjectNode elsewhere = pod.deepCopy();
        elsewhere.withObject("metadata").put("namespace", Cluster.NOT_REVIEWED);
        return (ObjectNode) JSON.readTree(installation.cluster().dryRun(Cluster.NOT_REVIEWED, elsewhere.toString()));
    }
}
