package io.sparkusher.policies.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sparkusher.policies.patch.PatchOperation;
import io.sparkusher.policies.pod.PodReview;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PatchAuthorsTest {
    private static final Path CASE =
            Path.of("src/test/resources/cases/a-mount-whose-volume-a-weaker-policy-brings-holds");

    @Test
    void eachOperationIsItsPolicysAndTheStampIsNobodys() {
        List<PatchOperation> patch = Policies.load(CASE.resolve("policies.yaml"))
                .review(PodReview.ofCreation("team-a", Documents.readYaml(CASE.resolve("pod.yaml"))))
                .patch();
        String authors = patch.stream()
                .map(operation -> operation.path() + " "
                        + operation.author().map(Object::toString).orElse("nobody"))
                .collect(Collectors.joining("\n"));
        assertEquals("""
                /spec/containers/0/volumeMounts SparkPodPolicy team-a/a
                /spec/containers/0/volumeMounts/- SparkPodPolicy team-a/a
                /spec/volumes SparkPodPolicy team-a/b
                /spec/volumes/- SparkPodPolicy team-a/b
                /metadata/annotations nobody
                /metadata/annotations/spark-usher.io~1applied nobody""", authors);
    }
}
