package io.sparkusher.load.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A JVM to run a server on.
 *
 * @param java its command
 * @param flags further options of it
 */
public record Jvm(Path java, List<String> flags) {
    public Jvm {
        flags = List.copyOf(flags);
    }

    /** The one that runs this. */
    public static Jvm own(List<String> flags) {
        return new Jvm(Path.of(System.getProperty("java.home"), "bin", "java"), flags);
    }

    /**
     * As it is named on the command line.
     *
     * @param text the path of a java, and its flags after it, with commas between them
     */
    public static Jvm parse(String text) {
        List<String> parts = Arrays.asList(text.split(","));
        return new Jvm(Path.of(parts.get(0)), parts.subList(1, parts.size()));
    }

    /** The same with one more option. */
    public Jvm with(String flag) {
        return new Jvm(java, Stream.concat(flags.stream(), Stream.of(flag)).toList());
    }

    /** Its release, such as 17 or 25, as its own folder has it. */
    public int release() throws IOException {
        Properties properties = new Properties();
        Path home = java.toRealPath().resolve("../..").normalize();
        try (BufferedReader file = Files.newBufferedReader(home.resolve("release"))) {
            properties.load(file);
        }
        String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
        return Runtime.Version.parse(version).feature();
    }
}
