package io.sparkusher.policies.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files with what a test expects: {@code -Dgolden.update=true} writes them, to be read in the diff and committed. */
public final class Golden {
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    private Golden() {}

    /** Compares, or writes where that is asked for. */
    public static void assertSame(Path file, String actual) {
        try {
            if (UPDATE) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
            }
            assertTrue(Files.exists(file), () -> file + " is missing: run with -Dgolden.update=true and read the diff");
            assertEquals(Files.readString(file), actual, () -> file + " is stale");
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
