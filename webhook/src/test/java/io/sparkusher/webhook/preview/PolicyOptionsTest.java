package io.sparkusher.webhook.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyOptionsTest {
    private static final String DRIVER = DecisionFixture.file("driver.yaml").toString();

    @TempDir
    private Path folder;

    @Test
    void printsEveryProblemOfThePoliciesAndHowManyErrorsThereAre() throws Exception {
        String policy = """
                apiVersion: spark-usher.io/v1alpha1
                kind: SparkPodPolicy
                metadata: {name: bad, namespace: team-a}
                spec:
                  bant: Required
                  precedence: high
                  common: {labels: {a: b}}
                """;
        Path file = Files.writeString(folder.resolve("bad.yaml"), policy);

        PreviewRun run = PreviewRun.of("--policies", folder.toString(), DRIVER);

        assertEquals(2, run.exitCode());
        assertEquals("", run.out());
        List<String> lines = run.err().lines().toList();
        assertEquals(3, lines.size(), run.err());
        assertTrue(lines.get(0).startsWith(file + ":5: spec.bant: "), run.err());
        assertTrue(lines.get(1).startsWith(file + ":6: spec.precedence: "), run.err());
        assertEquals("The policies cannot be used: 2 errors", lines.get(2));
    }

    @Test
    void runsSidecarsAsTheClustersVersionCan() throws Exception {
        Path file = Files.writeString(folder.resolve("sidecar.yaml"), """
                apiVersion: spark-usher.io/v1alpha1
                kind: SparkPodPolicy
                metadata: {name: sidecar, namespace: team-a}
                spec:
                  driver:
                    sidecars: [{name: shipper, image: shipper}]
                """);
        String policies = file.toString();

        PreviewRun newest = PreviewRun.of("--policies", policies, "-n", "team-a", "-o", "patch", DRIVER);
        PreviewRun older = PreviewRun.of(
                "--policies", policies, "-n", "team-a", "-o", "patch", "--kubernetes-version", "1.28", DRIVER);

        assertTrue(newest.out().contains("/spec/initContainers/-"), newest.out());
        assertTrue(older.out().contains("/spec/containers/-"), older.out());
        assertEquals(2, PreviewRun.of("--kubernetes-version", "new", DRIVER).exitCode());
    }

    @Test
    void tellsPeopleAndNotProgramsWhatThePoliciesAuthorsShouldKnow() throws Exception {
        Path file = Files.writeString(folder.resolve("provision.yaml"), """
                apiVersion: spark-usher.io/v1alpha1
                kind: SparkPodPolicy
                metadata: {name: accounts, namespace: team-a}
                spec:
                  driver:
                    serviceAccount: {name: spark-driver, provision: true}
                """);

        PreviewRun diff = PreviewRun.of("--policies", file.toString(), "-n", "team-a", DRIVER);
        PreviewRun patch = PreviewRun.of("--policies", file.toString(), "-n", "team-a", "-o", "patch", DRIVER);

        assertTrue(diff.err().startsWith(file + ":6: spec.driver.serviceAccount.provision: "), diff.err());
        assertTrue(diff.err().endsWith(" (warning)\n"), diff.err());
        assertEquals("", patch.err());
    }

    @Test
    void takesPoolsFromTheirOwnFolder() throws Exception {
        Files.writeString(folder.resolve("pools.yaml"), """
                apiVersion: spark-usher.io/v1alpha1
                kind: SparkNodePool
                metadata: {name: on-demand}
                spec:
                  requirements: [{key: elsewhere, operator: In, values: [on-demand]}]
                """);

        PreviewRun run = PreviewRun.of(
                "--policies",
                DecisionFixture.file("policies").toString(),
                "--pools",
                folder.toString(),
                "-n",
                "team-a",
                "-o",
                "patch",
                DRIVER);

        assertTrue(run.out().contains("\"elsewhere\""), run.out());
        assertFalse(run.out().contains("\"capacity\""), run.out());
    }
}
