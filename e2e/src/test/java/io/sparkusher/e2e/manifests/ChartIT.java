package io.sparkusher.e2e.manifests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.e2e.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The chart is the one source: what kustomize installs is what Helm installs. */
class ChartIT {
    static final List<String> OVERLAYS = Variants.OVERLAYS;

    private static final String KEEP = "helm.sh/resource-policy";

    private final Settings settings = Settings.ofTheBuild();
    private final InstallationTools tools = InstallationTools.of(settings);

    ChartIT() throws IOException {}

    @BeforeEach
    void needHelm() {
        assumeTrue(tools.helmProgram().isPresent(), "e2e.helm names no Helm: manifests/tools/build makes one");
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void anOverlayIsWhatHelmMakesOfItsValues(String overlay) {
        Map<String, ObjectNode> kustomized =
                new Variant("kustomize", tools.kustomized("overlays/" + overlay)).byIdentity();
        Map<String, ObjectNode> charted =
                new Variant("Helm", tools.charted("-f", tools.valuesOf(overlay))).byIdentity();
        // Helm makes the namespace itself, or finds it.
        kustomized.remove("v1 Namespace /spark-usher");
        charted.values().forEach(ChartIT::withoutKeeping);
        assertEquals(kustomized.keySet(), charted.keySet());
        assertAll(kustomized.keySet().stream()
                .map(identity -> () -> assertEquals(kustomized.get(identity), charted.get(identity), identity)));
    }

    private static void withoutKeeping(ObjectNode object) {
        if (object.path("kind").asText().equals("CustomResourceDefinition")) {
            ObjectNode metadata = object.withObject("/metadata");
            assertEquals(
                    "keep", metadata.withObject("/annotations").remove(KEEP).asText());
            metadata.remove("annotations");
        }
    }

    @Test
    void whatIsMadeOfTheChartIsUpToDate(@TempDir Path folder) throws IOException {
        tools.render(folder);
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
        assertTrue(files.size() > 5, () -> "Made: " + files);
        for (Path file : files) {
            Path committed = tools.manifests().resolve(folder.relativize(file).toString());
            assertEquals(
                    Files.readString(file),
                    Files.readString(committed),
                    () -> committed + " is stale: run manifests/render and read the diff");
        }
    }

    @Test
    void aPackageHoldsAllThatTheChartNeeds(@TempDir Path folder) throws IOException {
        tools.helm(Stream.of("package", tools.chart().toString(), "--destination", folder.toString()));
        try (Stream<Path> packages = Files.list(folder)) {
            Path packaged = packages.findFirst().orElseThrow();
            assertEquals(tools.charted(), tools.charted(packaged));
        }
    }

    @Test
    void bothDeploymentsRunTheImageOfThisVersion() {
        String image = "spark-usher:" + settings.version();
        assertEquals(List.of(image, image), images());
    }

    @Test
    void bothDeploymentsRunTheOneImageThatIsSaid() {
        String image = "registry.example.com/usher@sha256:" + "0".repeat(64);
        assertEquals(List.of(image, image), images("--set", "image=" + image));
    }

    private List<String> images(String... options) {
        return new Variant("Helm", tools.charted(options))
                .ofKinds(Set.of("Deployment")).stream()
                        .map(object -> object.at("/spec/template/spec/containers/0/image")
                                .asText())
                        .toList();
    }

    @Test
    void inAnotherNamespaceNothingSpeaksOfTheUsualOne() {
        List<ObjectNode> there =
                tools.charted("--namespace", "elsewhere", "--set", "net.install=true,webhook.failurePolicy=Ignore");
        for (ObjectNode object : there) {
            String text = object.toString();
            assertAll(
                    object.at("/metadata/name").asText(),
                    () -> assertTrue(!text.contains("\"namespace\":\"spark-usher\""), text),
                    () -> assertTrue(!text.contains("\"'spark-usher'\""), text),
                    () -> assertTrue(!text.contains("\"kube-system\",\"spark-usher\""), text));
        }
    }

    @Test
    void refusesAValueThatItDoesNotKnow() {
        assertThrows(AssertionError.class, () -> tools.charted("--set", "webhook.replica=3"));
    }
}
