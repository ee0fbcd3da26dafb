package io.sparkusher.webhook.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** AdmissionReviews as a real API server sent them. */
public final class RecordedReviews {
    private static final Path FOLDER = Path.of("..", "policies", "src", "test", "resources", "reviews");

    private RecordedReviews() {}

    public static List<String> names() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    public static byte[] read(String name) {
        try {
            return Files.readAllBytes(FOLDER.resolve(name));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** A plain executor of namespace {@code team-a}. */
    public static byte[] executor() {
        return read("spark-4.1.1-executor.json");
    }
}
