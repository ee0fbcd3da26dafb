package io.sparkusher.load.bench;

import io.sparkusher.load.server.Jvm;
import io.sparkusher.load.server.ServerProcess;
import io.sparkusher.load.server.Servers;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What all measurements have in common.
 *
 * @param jvm that everything runs on which is not about JVMs
 */
record BenchSetup(Servers servers, Jvm jvm, PolicyFolders folders, Pace pace) {
    /** The server under test, on its core. */
    ServerProcess usher(String name, Path policies) throws IOException, InterruptedException {
        return servers.usher(name, jvm, policies);
    }

    ServerProcess constant(Path answer) throws IOException, InterruptedException {
        return servers.constant("constant", jvm, answer);
    }
}
