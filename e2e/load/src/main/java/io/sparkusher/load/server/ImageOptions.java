package io.sparkusher.load.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The JVM options of the container image, as its configuration has them. */
public final class ImageOptions {
    // What the chart lets a replica take. The heap is a share of it.
    private static final String MEMORY_LIMIT = "-XX:MaxRAM=384m";

    private ImageOptions() {}

    /** All but archives of classes, which lie in the image. */
    public static List<String> read(Path configuration) throws IOException {
        JsonNode command = new ObjectMapper().readTree(configuration.toFile()).path("Entrypoint");
        List<String> options = new ArrayList<>();
        options.add(MEMORY_LIMIT);
        for (JsonNode part : command) {
            String option = part.asText();
            if (option.equals("-jar")) {
                break;
            }
            if (option.startsWith("-") && !isArchive(option)) {
                options.add(option);
            }
        }
        return List.copyOf(options);
    }

    private static boolean isArchive(String option) {
        return option.startsWith("-XX:SharedArchiveFile=") || option.startsWith("-XX:AOTCache=");
    }
}
