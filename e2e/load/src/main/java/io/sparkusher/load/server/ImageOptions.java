package io.sparkusher.load.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The JVM options of the container image, as the file has them that its java reads. */
public final class ImageOptions {
    // What the chart lets a replica take. The heap is a share of it.
    private static final String MEMORY_LIMIT = "-XX:MaxRAM=384m";

    private ImageOptions() {}

    /** All but archives of classes, which the image's build adds for itself. */
    public static List<String> read(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            Stream<String> options = lines.map(String::strip).filter(line -> line.startsWith("-"));
            return Stream.concat(Stream.of(MEMORY_LIMIT), options).toList();
        }
    }
}
