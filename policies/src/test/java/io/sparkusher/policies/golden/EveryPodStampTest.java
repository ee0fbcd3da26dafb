package io.sparkusher.policies.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.sparkusher.policies.PolicySet;
import io.sparkusher.policies.decision.Decision;
import io.sparkusher.policies.pod.PodReview;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stamp on pods that no policy changes. */
class EveryPodStampTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String STAMP = "/metadata/annotations/spark-usher.io~1applied";
    private static final String DRIVER = "{metadata: {labels: {spark-role: driver}}, spec: {containers: [{name: a}]}}";

    private static final String FORGED = "{metadata: {labels: {spark-role: driver}, annotations: "
            + "{spark-usher.io/applied: SparkPodPolicy/team-b/other}}, spec: {containers: [{name: a}]}}";

    private PolicySet policies;

    @BeforeEach
    void load(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("policies.yaml"), """
                apiVersion: spark-usher.io/v1alpha1
                kind: SparkPodPolicy
                metadata: {name: executors, namespace: team-a}
                spec: {executor: {labels: {x: a}}}
                ---
                apiVersion: spark-usher.io/v1alpha1
                kind: SparkPodPolicy
                metadata: {name: impossible, namespace: team-c}
                spec: {band: Required, driver: {volumeMounts: [{name: nowhere, mountPath: /a}]}}
                """);
        policies = Policies.load(folder);
    }

    @Test
    void isEmptyWhereNoPolicyChangesThePod() throws IOException {
        assertEquals("", stamped("team-a", DRIVER).at(STAMP).textValue());
        assertEquals("", stamped("team-b", DRIVER).at(STAMP).textValue());
    }

    @Test
    void replacesOneThatWasSubmitted() throws IOException {
        assertEquals("", stamped("team-a", FORGED).at(STAMP).textValue());
    }

    @Test
    void namesThePoliciesWhereTheyDo() throws IOException {
        ObjectNode executor = stamped("team-a", DRIVER.replace("driver", "executor"));
        assertEquals("SparkPodPolicy/team-a/executors", executor.at(STAMP).textValue());
    }

    @Test
    void isNotPutTwiceWhicheverWayTheNextReviewGoes() throws IOException {
        ObjectNode pod = stamped("team-a", DRIVER);
        assertEquals(List.of(), review("team-a", pod).patch());
        assertEquals(
                List.of(),
                policies.review(PodReview.ofCreation("team-a", pod.deepCopy())).patch());
    }

    @Test
    void isNotOnPodsThatAreNotSparks() throws IOException {
        String other = DRIVER.replace("driver", "history-server");
        assertEquals(List.of(), review("team-a", tree(other)).patch());
    }

    @Test
    void isNotOnPodsThatAreRefused() throws IOException {
        Decision decision = review("team-c", tree(DRIVER));
        assertFalse(decision.allowed());
        assertEquals(List.of(), decision.patch());
    }

    private ObjectNode stamped(String namespace, String pod) throws IOException {
        return Documents.patched(tree(pod), review(namespace, tree(pod)));
    }

    private Decision review(String namespace, ObjectNode pod) {
        return policies.reviewAndStamp(PodReview.ofCreation(namespace, pod.deepCopy()));
    }

    private static ObjectNode tree(String pod) throws IOException {
        return (ObjectNode) YAML.readTree(pod);
    }
}
