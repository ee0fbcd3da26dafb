package io.sparkusher.webhook.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {
    private static final String EXPECTED =
            "expected a Pod (v1), a List of Pods or an AdmissionReview (admission.k8s.io/v1)";

    @TempDir
    private Path folder;

    @Test
    void saysThatThereIsNoSuchFile() {
        Path file = folder.resolve("absent.yaml");

        assertRefused(file + ": there is no such file", preview(file));
    }

    @Test
    void saysThatAFolderIsNoFile() {
        assertRefused(folder + ": is a folder; name the files in it, such as " + folder.resolve("*"), preview(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "---\n", "# nothing but a comment\n---\n"})
    void saysThatThereIsNothingInTheFile(String text) throws Exception {
        Path file = write(text);

        assertRefused(file + ": is empty, where a Pod or an AdmissionReview was expected", preview(file));
    }

    @Test
    void saysThatStandardInputIsEmpty() {
        assertRefused(
                "standard input: is empty, where a Pod or an AdmissionReview was expected", preview(Path.of("-")));
    }

    @Test
    void saysOnWhichLineTheFileStopsBeingYaml() throws Exception {
        Path file = write("kind: Pod\nmetadata:\n  name: [a\nspec: {}\n");

        PreviewRun run = preview(file);

        assertEquals(2, run.exitCode());
        assertTrue(run.err().startsWith(file + ":4: is not YAML: "), run.err());
    }

    @Test
    void saysOnWhichLineTheFileStopsBeingJson() throws Exception {
        Path file = write("{\"kind\": \"Pod\",\n \"metadata\": {\"name\": \"a\"]\n}");

        PreviewRun run = preview(file);

        assertEquals(2, run.exitCode());
        assertTrue(run.err().startsWith(file + ":2: is not JSON: "), run.err());
        assertTrue(run.err().endsWith(" expected '}'\n"), run.err());
    }

    @Test
    void saysThatAFieldStandsTwice() throws Exception {
        Path yaml = write("kind: Pod\napiVersion: v1\nkind: Pod\n");
        Path json = write("{\"kind\": \"Pod\",\n \"kind\": \"Pod\"}");

        assertTrue(
                preview(yaml).err().startsWith(yaml + ":3: kind: "),
                preview(yaml).err());
        assertTrue(
                preview(json).err().startsWith(json + ":2: is not JSON: Duplicate"),
                preview(json).err());
    }

    @Test
    void saysThatTheFileIsNotUtf8() throws Exception {
        Path file = Files.write(folder.resolve("latin.yaml"), "kind: é".getBytes(StandardCharsets.ISO_8859_1));

        assertRefused(file + ": is not UTF-8 text", preview(file));
    }

    @Test
    void saysWhatKindTheObjectIsAndWhatToGive() throws Exception {
        Path file = write("kind: Deployment\napiVersion: apps/v1\nspec: {template: {}}\n");

        assertRefused(
                file + ": is of kind Deployment (apps/v1); " + EXPECTED
                        + ". Give it a pod that comes of this one, as kubectl get pod NAME -o yaml prints it",
                preview(file));
    }

    @Test
    void saysWherePoliciesGo() {
        Path file = DecisionFixture.file("policies").resolve("pools.yaml");

        assertRefused(
                file + ": is of kind SparkNodePool (spark-usher.io/v1alpha1); " + EXPECTED
                        + ". Policies and node pools are named by --policies",
                preview(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Team A", "-a", "a-", "", "team.a"})
    void saysThatANamespaceCannotBeCalledSo(String name) {
        PreviewRun run = PreviewRun.of("--namespace", name, "pod.yaml");

        assertEquals(2, run.exitCode());
        assertTrue(run.err().startsWith("--namespace: '" + name + "' cannot be the name of a namespace"), run.err());
    }

    @Test
    void saysThatAnObjectHasNoKind() throws Exception {
        Path file = write("metadata: {}\n");

        assertRefused(file + ": has no kind and apiVersion; " + EXPECTED, preview(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"- a\n", "a text\n", "42\n"})
    void saysThatADocumentIsNoObject(String text) throws Exception {
        Path file = write(text);

        assertRefused(file + ": is no Kubernetes object; " + EXPECTED, preview(file));
    }

    @Test
    void saysThatAReviewIsOfAnotherVersion() throws Exception {
        Path file = write("kind: AdmissionReview\napiVersion: admission.k8s.io/v1beta1\n");

        assertRefused(file + ": is of kind AdmissionReview (admission.k8s.io/v1beta1); " + EXPECTED, preview(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "response: {allowed: true}\n", "request: null\n"})
    void saysThatAReviewHasNoRequest(String rest) throws Exception {
        Path file = write("kind: AdmissionReview\napiVersion: admission.k8s.io/v1\n" + rest);

        assertRefused(file + ": is an AdmissionReview without a request", preview(file));
    }

    @Test
    void saysThatAReviewHasNoObject() throws Exception {
        Path file = write("kind: AdmissionReview\napiVersion: admission.k8s.io/v1\nrequest: {operation: DELETE}\n");

        assertRefused(file + ": is an AdmissionReview without request.object, so there is no pod in it", preview(file));
    }

    @Test
    void namesTheDocumentAndTheItemAtFault() throws Exception {
        Path documents = write("kind: Pod\napiVersion: v1\n---\nkind: Service\napiVersion: v1\n");
        Path list = write(
                "kind: List\napiVersion: v1\nitems: [{kind: Pod, apiVersion: v1}, {kind: Service, apiVersion: v1}]");

        assertRefused(documents + ":4: is of kind Service (v1); " + EXPECTED, preview(documents));
        assertRefused(list + ": items[1]: is of kind Service (v1); " + EXPECTED, preview(list));
    }

    @Test
    void saysThatAListHasNoItems() throws Exception {
        Path file = write("kind: List\napiVersion: v1\nitems: []");

        assertRefused(file + ": is a List without items", preview(file));
    }

    @Test
    void saysThatTheNamespacesContradict() throws Exception {
        Path pod = write("kind: Pod\napiVersion: v1\nmetadata: {namespace: team-a}\n");
        Path review = write(
                "kind: AdmissionReview\napiVersion: admission.k8s.io/v1\nrequest: {namespace: team-a, object: {}}\n");

        assertRefused(
                pod + ": metadata.namespace is team-a, but --namespace is team-b: leave --namespace out or correct the"
                        + " file",
                PreviewRun.of("--namespace", "team-b", pod.toString()));
        assertRefused(
                review + ": request.namespace is team-a, but --namespace is team-b: leave --namespace out or correct"
                        + " the file",
                PreviewRun.of("--namespace", "team-b", review.toString()));
    }

    @Test
    void saysAllThatIsWrongWithAllFilesAndShowsNothing() throws Exception {
        Path good = DecisionFixture.file("driver.yaml");
        Path absent = folder.resolve("absent.yaml");
        Path empty = write("");

        assertRefused(
                absent + ": there is no such file\n" + empty
                        + ": is empty, where a Pod or an AdmissionReview was expected",
                preview(good, absent, empty));
    }

    @Test
    void suggestsTheOptionThatWasMeant() {
        PreviewRun run = PreviewRun.of("--polices", "policies", "pod.yaml");

        assertEquals(2, run.exitCode());
        assertTrue(run.err().startsWith("Unknown option: '--polices'"), run.err());
        assertTrue(run.err().contains("--policies"), run.err());
    }

    @Test
    void listsTheFormatsThatThereAre() {
        PreviewRun run = PreviewRun.of("-o", "xml", "pod.yaml");

        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("expected one of [diff, yaml, json, patch, reasons]"), run.err());
    }

    @Test
    void asksForAFile() {
        PreviewRun run = PreviewRun.of();

        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("Missing required parameter: 'FILE'"), run.err());
    }

    private static void assertRefused(String sentences, PreviewRun run) {
        assertEquals(new PreviewRun(2, "", sentences + "\n"), run);
    }

    private static PreviewRun preview(Path... files) {
        return PreviewRun.of(Stream.concat(
                        Stream.of("--policies", "src/test/resources/preview/policies"),
                        Arrays.stream(files).map(Path::toString))
                .toArray(String[]::new));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "file", ".yaml"), text);
    }
}
