package io.sparkusher.webhook.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Expected outputs, kept as files. {@code -Dgolden.update=true} rewrites them, for review. */
final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "preview", "golden");

    private Golden() {}

    static void assertMatches(String name, String actual) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, actual);
        }
        assertTrue(Files.exists(file), () -> file + " is missing: run with -Dgolden.update=true and review it");
        assertEquals(
                Files.readString(file),
                actual,
                () -> file + " is stale: if the new text is right, run with -Dgolden.update=true");
    }
}
