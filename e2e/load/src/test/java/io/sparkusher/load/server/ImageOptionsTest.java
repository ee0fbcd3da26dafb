package io.sparkusher.load.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageOptionsTest {
    @Test
    void areThoseOfTheFileWithoutItsComments(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("java-options");
        Files.writeString(file, """
                # Why: -Xnot=this
                -XX:+UseSerialGC

                -Done=two
                """);

        assertEquals(List.of("-XX:MaxRAM=384m", "-XX:+UseSerialGC", "-Done=two"), ImageOptions.read(file));
    }
}
