package io.sparkusher.webhook.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The namespace that the program runs in. */
public final class OwnNamespace {
    private static final Path OF_THE_POD = Path.of("/var/run/secrets/kubernetes.io/serviceaccount/namespace");

    private OwnNamespace() {}

    /** The pod's; empty outside of a cluster, or where the pod has no token. */
    public static Optional<String> ofThePod() {
        return read(OF_THE_POD);
    }

    static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file).strip()).filter(name -> !name.isEmpty());
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }
}
