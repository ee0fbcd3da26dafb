package io.sparkusher.e2e.reviews;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.sparkusher.e2e.Cluster;
import io.sparkusher.e2e.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The API server's own opinion of what policies make of pods in the golden cases. */
@ExtendWith(InstallationExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenResultsIT {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private static final List<String> PRIORITY_CLASSES = List.of("batch", "urgent");
    private static final List<String> RUNTIME_CLASSES = List.of("gvisor", "kata");

    private final Cluster cluster;

    GoldenResultsIT(Installation installation) {
        this.cluster = installation.cluster();
    }

    static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(Settings.ofTheBuild().reviews().resolveSibling("cases"))) {
            List<Path> cases = folders.sorted().toList();
            assertTrue(cases.size() > 80, "the golden cases are there");
            return cases;
        }
    }

    @BeforeAll
    void makeWhatTheCasesName() {
        List.of("spark", "mine", "scoped", "spark-driver", "spark-executor")
                .forEach(account -> cluster.makeServiceAccount(Cluster.NOT_REVIEWED, account));
        PRIORITY_CLASSES.forEach(cluster::makePriorityClass);
        RUNTIME_CLASSES.forEach(cluster::makeRuntimeClass);
    }

    @AfterAll
    void removeIt() {
        cluster.removeClasses(PRIORITY_CLASSES, RUNTIME_CLASSES);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theApiServerTakesTheResultOrRefusedThePodAlready(Path folder) throws IOException {
        Optional<String> refusal = refusal(folder.resolve("expected.yaml"));
        if (refusal.isPresent()) {
            Optional<String> already = refusal(folder.resolve("pod.yaml"));
            assertTrue(already.isPresent(), () -> "refused with the policy alone: " + refusal.get());
        }
    }

    private Optional<String> refusal(Path file) throws IOException {
        ObjectNode pod = (ObjectNode) YAML.readTree(file.toFile());
        JsonNode kind = pod.path("kind");
        assertEquals("Pod", kind.asText());
        pod.withObject("/metadata").put("namespace", Cluster.NOT_REVIEWED);
        return cluster.refusal(Cluster.NOT_REVIEWED, pod.toString());
    }
}
