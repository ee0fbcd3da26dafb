package io.sparkusher.webhook.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnNamespaceTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void isWhatThePodsTokenComesWith() throws IOException {
        Path file = Files.writeString(folder.resolve("namespace"), "data-platform\n");

        assertEquals(Optional.of("data-platform"), OwnNamespace.read(file));
    }

    @Test
    void isUnknownWithoutAToken() throws IOException {
        assertEquals(Optional.empty(), OwnNamespace.read(folder.resolve("none")));
        assertEquals(Optional.empty(), OwnNamespace.read(Files.createFile(folder.resolve("empty"))));
    }
}
