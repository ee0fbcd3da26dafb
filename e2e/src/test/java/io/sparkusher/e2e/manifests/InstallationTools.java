package io.sparkusher.e2e.manifests;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.e2e.ChildProcess;
import io.sparkusher.e2e.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The programs by which an admin installs Spark Usher: kubectl, and Helm where the build names one.
 *
 * @param manifests the project's
 * @param evidence the folder for what the programs say
 * @param helmProgram empty where no Helm is to be used
 */
record InstallationTools(Path manifests, Path evidence, String kubectlProgram, Optional<Path> helmProgram) {
    private static final Duration TO_RUN = Duration.ofMinutes(2);

    private static final String NAMESPACE = "spark-usher";

    static InstallationTools of(Settings settings) throws IOException {
        Path evidence = Files.createDirectories(settings.evidence().resolve("manifests"));
        return new InstallationTools(settings.manifests(), evidence, settings.kubectl(), settings.helm());
    }

    /** What kustomize makes of a folder of the manifests. */
    List<ObjectNode> kustomized(String folder) {
        return ManifestFiles.documents(
                kubectl("kustomize", manifests.resolve(folder).toString()));
    }

    /** What Helm makes of the project's chart. */
    List<ObjectNode> charted(String... options) {
        return charted(chart(), options);
    }

    /** What Helm makes of a chart, or of a package of one. */
    List<ObjectNode> charted(Path chart, String... options) {
        return ManifestFiles.documents(helm(Stream.concat(
                Stream.of("template", "spark-usher", chart.toString(), "--namespace", NAMESPACE), Stream.of(options))));
    }

    Path chart() {
        return manifests.resolve("helm/spark-usher");
    }

    /** The file of values by which Helm does what an overlay does. */
    String valuesOf(String overlay) {
        return manifests
                .resolve("overlays")
                .resolve(overlay)
                .resolve("values.yaml")
                .toString();
    }

    /** Runs kubectl; the returned file has what it printed, and beside it lies what it complained of. */
    Path kubectl(String... words) {
        return run("kubectl", Stream.concat(Stream.of(kubectlProgram), Stream.of(words)));
    }

    /** Where the file lies that has what a program complained of, which printed that other file. */
    static Path complaints(Path printed) {
        return printed.resolveSibling(printed.getFileName() + ".log");
    }

    Path helm(Stream<String> words) {
        return run("helm", Stream.concat(Stream.of(helmProgram.orElseThrow().toString()), words));
    }

    /** Makes anew, in that folder, what of the manifests is made of the chart. */
    void render(Path folder) {
        run(
                "render",
                Stream.of(
                        "env",
                        "HELM=" + helmProgram.orElseThrow(),
                        manifests.resolve("render").toString(),
                        folder.toString()));
    }

    private Path run(String name, Stream<String> command) {
        try {
            Path output = Files.createTempFile(evidence, name + "-", ".out");
            ChildProcess.start(command.toList(), output, complaints(output)).requireSuccess(TO_RUN);
            return output;
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
