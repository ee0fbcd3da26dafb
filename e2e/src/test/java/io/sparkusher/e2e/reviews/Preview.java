package io.sparkusher.e2e.reviews;

import io.sparkusher.e2e.ChildProcess;
import io.sparkusher.e2e.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** {@code java -jar spark-usher.jar preview}, as a platform team would run it. */
final class Preview {
    private static final Duration TO_END = Duration.ofMinutes(1);

    private final Settings settings;
    private final Path policies;

    Preview(Settings settings, Path policies) {
        this.settings = settings;
        this.policies = policies;
    }

    /** The patch of a pod or a review, as JSON. */
    String patch(Path file) throws IOException {
        return run("patch", file);
    }

    /** The patch of a pod, as JSON. */
    String patch(String pod) throws IOException {
        Path file = Files.createTempFile(settings.evidence(), "pod-", ".json");
        Files.writeString(file, pod);
        return patch(file);
    }

    /** The pod that comes of a pod or a review, as JSON. */
    String pod(Path file) throws IOException {
        return run("json", file);
    }

    private String run(String output, Path file) throws IOException {
        Path result = Files.createTempFile(settings.evidence(), "preview-", "." + output);
        Path log = Path.of(result + ".log");
        List<String> command = List.of(
                settings.java().toString(),
                "-jar",
                settings.usher().toString(),
                "preview",
                "--policies=" + policies,
                "-o",
                output,
                file.toString());
        try (ChildProcess process = ChildProcess.start(command, result, log)) {
            process.requireSuccess(TO_END);
        }
        return Files.readString(result);
    }
}
