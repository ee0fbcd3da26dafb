package io.sparkusher.webhook.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class PreviewCommandTest {
    private static final String POLICIES = DecisionFixture.file("policies").toString();
    private static final String DRIVER = DecisionFixture.file("driver.yaml").toString();

    /** Real AdmissionReviews, which the tests of the engine keep. */
    private static final Path REVIEWS = Path.of("..", "policies", "src", "test", "resources", "reviews");

    private static final String EXECUTOR =
            REVIEWS.resolve("spark-4.1.1-executor.json").toString();
    private static final String NOT_OF_SPARK =
            REVIEWS.resolve("deployment-pod.json").toString();

    @Test
    void showsAPersonWhatChangesAndWhy() throws Exception {
        PreviewRun run = preview("--namespace", "team-a", DRIVER);

        assertEquals("", run.err());
        assertEquals(0, run.exitCode());
        Golden.assertMatches("command-driver.txt", run.out());
    }

    @Test
    void showsARealReviewOfAnExecutor() throws Exception {
        PreviewRun run = preview(EXECUTOR);

        assertEquals(0, run.exitCode());
        Golden.assertMatches("command-executor.txt", run.out());
    }

    @ParameterizedTest
    @MethodSource("reviews")
    void findsNothingToChangeInAPodThatItHasPrinted(Path review) throws Exception {
        PreviewRun yaml = preview("-o", "yaml", review.toString());
        PreviewRun json = preview("-o", "json", review.toString());

        for (String printed : List.of(yaml.out(), json.out())) {
            assertEquals(new PreviewRun(0, "[]\n", ""), previewOf(printed, "-o", "patch", "-"));
        }
        assertEquals(DecisionFixture.parse(json.out()), DecisionFixture.parse(yaml.out()));
    }

    static List<Path> reviews() throws IOException {
        try (Stream<Path> files = Files.list(REVIEWS)) {
            return files.sorted().toList();
        }
    }

    @Test
    void printsOnePatchALineAndNothingElse() throws Exception {
        PreviewRun run = preview("-o", "patch", EXECUTOR, NOT_OF_SPARK);

        List<String> lines = run.out().lines().toList();
        assertEquals(2, lines.size());
        JsonNode patch = ExactJson.MAPPER.readTree(lines.get(0));
        assertTrue(patch.isArray() && !patch.isEmpty(), lines.get(0));
        assertEquals("[]", lines.get(1));
        assertEquals("", run.err());
    }

    @Test
    void headsEachOfSeveralFiles() {
        PreviewRun run = preview("-o", "reasons", EXECUTOR, NOT_OF_SPARK);

        List<String> headings =
                run.out().lines().filter(line -> line.startsWith("==>")).toList();
        assertEquals(
                List.of(
                        "==> " + EXECUTOR + ": Pod team-a/nightly-0c3ca8a202e8bfb1-exec-1",
                        "==> " + NOT_OF_SPARK + ": Pod team-a/web-6dfcb4fb76-*"),
                headings);
    }

    @Test
    void reviewsEveryPodOfAListAndOfSeveralDocuments() {
        String pod = "{apiVersion: v1, kind: Pod, metadata: {name: a, labels: {spark-role: driver}}}";
        String input = "kind: List\napiVersion: v1\nitems: [" + pod + "," + pod + "]\n---\n---\n" + pod + "\n";

        PreviewRun run = previewOf(input, "-o", "reasons", "-");

        assertEquals(0, run.exitCode());
        assertEquals(
                3,
                run.out()
                        .lines()
                        .filter(line -> line.equals("==> standard input: Pod default/a"))
                        .count());
    }

    @Test
    void createsAPodInItsOwnNamespaceOrTheGivenOrTheDefaultOne() {
        String anywhere = "{apiVersion: v1, kind: Pod, metadata: {labels: {spark-role: executor}}}";
        String somewhere = "{apiVersion: v1, kind: Pod, metadata: {namespace: team-a, labels: {spark-role: executor}}}";

        assertTrue(previewOf(anywhere, "-o", "reasons", "-").out().contains("SparkPodPolicy default/labels"));
        assertTrue(
                previewOf(anywhere, "-o", "reasons", "-n", "team-a", "-").out().contains("SparkPodPolicy team-a/etl"));
        assertTrue(previewOf(somewhere, "-o", "reasons", "-").out().contains("SparkPodPolicy team-a/etl"));
    }

    @Test
    void believesAReviewAboutItsNamespaceAndOperation() {
        String review = """
                apiVersion: admission.k8s.io/v1
                kind: AdmissionReview
                request:
                  operation: %s
                  namespace: team-a
                  resource: {group: "", version: v1, resource: %s}
                  object: {apiVersion: v1, kind: Pod, metadata: {namespace: default, labels: {spark-role: executor}}}
                """;

        assertTrue(previewOf(review.formatted("CREATE", "pods"), "-o", "reasons", "-")
                .out()
                .contains("SparkPodPolicy team-a/etl"));
        assertTrue(previewOf(review.formatted("UPDATE", "pods"), "-o", "reasons", "-")
                .out()
                .startsWith("NotReviewed  "));
        assertTrue(previewOf(review.formatted("CREATE", "jobs"), "-o", "reasons", "-")
                .out()
                .startsWith("NotReviewed  "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"diff", "reasons", "yaml", "json", "patch"})
    void exitsWithOneWhereAPodIsDenied(String format) {
        PreviewRun run = previewOf(deniedDriver(), "-o", format, "-");

        assertEquals(1, run.exitCode());
        assertTrue((run.out() + run.err()).contains("SparkPodPolicy team-b/strict"), run.toString());
    }

    @Test
    void exitsWithOneWhereOnePodOfSeveralIsDenied() {
        PreviewRun run = previewOf(deniedDriver(), "-o", "patch", "-", EXECUTOR);

        assertEquals(1, run.exitCode());
        assertTrue(run.out().startsWith("[]\n[{"), run.out());
        assertTrue(run.err().startsWith("Pod team-b/odd is denied: SparkPodPolicy team-b/strict: "), run.err());
    }

    @Test
    void keepsFieldsThatNobodyKnowsTheirOrderAndTheDigitsOfNumbers() {
        String pod = """
                {
                    "zeta": 1.50,
                    "kind": "Pod",
                    "apiVersion": "v1",
                    "spec": {
                        "huge": 123456789012345678901234567890,
                        "tiny": 1E-400,
                        "text": "yes",
                        "lines": "a\\nb\\n",
                        "empty": [],
                        "nothing": null
                    },
                    "alpha": {}
                }
                """;

        assertEquals(new PreviewRun(0, pod, ""), previewOf(pod, "-o", "json", "-"));
    }

    @Test
    void readsYamlInFlowStyleWhichLooksLikeJsonAtFirst() {
        assertEquals(new PreviewRun(0, "[]\n", ""), previewOf("{kind: Pod, apiVersion: v1}", "-o", "patch", "-"));
    }

    @Test
    void usesColoursOnlyWhereAsked() {
        assertTrue(preview("--color", "always", "-n", "team-a", DRIVER).out().contains("\u001B[32m+"));
        assertFalse(preview("--color", "never", "-n", "team-a", DRIVER).out().contains("\u001B"));
        assertFalse(preview("--color", "always", "-n", "team-a", "-o", "yaml", DRIVER)
                .out()
                .contains("\u001B"));
    }

    @Test
    void endsQuietlyWhereNobodyReadsItsOutputAnyMore() {
        StringWriter err = new StringWriter();

        int exitCode = new CommandLine(new PreviewCommand(InputStream.nullInputStream()))
                .setOut(new PrintWriter(new ClosedPipe(), false, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true))
                .execute("--policies", POLICIES, EXECUTOR);

        assertEquals(0, exitCode);
        assertEquals("", err.toString());
    }

    /** A driver in which the Spark container cannot be told, as the Required policy of its namespace has to. */
    private static String deniedDriver() {
        return """
                apiVersion: v1
                kind: Pod
                metadata: {name: odd, namespace: team-b, labels: {spark-role: driver}}
                spec:
                  containers: [{name: a, image: a}, {name: b, image: b}]
                """;
    }

    private static PreviewRun preview(String... arguments) {
        return previewOf("", arguments);
    }

    private static PreviewRun previewOf(String input, String... arguments) {
        return PreviewRun.withStandardInput(
                input,
                Stream.concat(Stream.of("--policies", POLICIES), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private static final class ClosedPipe extends OutputStream {
        @Override
        public void write(int value) throws IOException {
            throw new IOException("Broken pipe");
        }
    }
}
