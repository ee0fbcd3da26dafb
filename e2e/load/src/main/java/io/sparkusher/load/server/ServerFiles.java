package io.sparkusher.load.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a server leaves what it has to say. Its log goes to a file because nobody reads it meanwhile: a line for each
 * review is part of its work, as in a cluster.
 */
record ServerFiles(Path output, Path log, Path authority) {
    static ServerFiles in(Path folder, String name) {
        return new ServerFiles(
                folder.resolve(name + ".out"), folder.resolve(name + ".log"), folder.resolve(name + ".crt"));
    }

    void deleteOld() throws IOException {
        Files.deleteIfExists(output);
        Files.deleteIfExists(log);
        Files.deleteIfExists(authority);
    }

    /** All of both outputs; to be asked for while they are short. */
    String said() throws IOException {
        return Files.readString(output) + Files.readString(log);
    }
}
