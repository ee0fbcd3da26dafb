package io.sparkusher.policies.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sparkusher.policies.PolicySet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamespacesTest {
    @Test
    void areThoseWithPoliciesAndThoseWhoseLabelsAreKnown(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("policies.yaml"), """
                apiVersion: spark-usher.io/v1alpha1
                kind: SparkPodPolicy
                metadata: {name: p, namespace: team-a}
                spec: {common: {labels: {x: a}}}
                ---
                apiVersion: v1
                kind: Namespace
                metadata: {name: team-b}
                """);
        PolicySet policies = Policies.load(folder);
        assertEquals(Set.of("team-a", "team-b"), policies.namespaces());
        assertEquals(1, policies.size());
    }
}
