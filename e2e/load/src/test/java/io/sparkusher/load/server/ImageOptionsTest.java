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
    void areThoseBeforeTheJarButForArchivesOfClasses(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("config.json");
        Files.writeString(file, """
                {"Entrypoint": ["/opt/java/bin/java", "-XX:+UseSerialGC", "-XX:SharedArchiveFile=a", "-XX:AOTCache=b",
                  "-Done=two", "-jar", "spark-usher.jar", "-not-an-option"]}""");

        assertEquals(List.of("-XX:MaxRAM=384m", "-XX:+UseSerialGC", "-Done=two"), ImageOptions.read(file));
    }
}
