package io.sparkusher.policies.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sparkusher.policies.pod.PodReview;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditAnnotationsTest {
    private static final Path CASES = Path.of("src/test/resources/cases");

    @Test
    void tellWhatIsAppliedAndOfAPolicyThatDoesNotActWhatItSpeaksOf() {
        assertEquals(
                Map.of("applied", "SparkPodPolicy/team-a/b", "would-apply", "SparkPodPolicy/team-a/a: labels"),
                annotations("an-audit-policy-changes-nothing-and-says-what-it-would"));
    }

    @Test
    void tellTheSameOfAPolicyThatCouldNotBeApplied() {
        assertEquals(
                Map.of("would-apply", "SparkPodPolicy/team-a/p: volumeMounts"),
                annotations("an-audit-policy-that-could-not-be-met-denies-nobody"));
    }

    private static Map<String, String> annotations(String name) {
        Path folder = CASES.resolve(name);
        return Policies.load(folder.resolve("policies.yaml"))
                .review(PodReview.ofCreation("team-a", Documents.readYaml(folder.resolve("pod.yaml"))))
                .auditAnnotations();
    }
}
