package io.sparkusher.e2e.reviews;

import io.sparkusher.e2e.Cluster;
import io.sparkusher.e2e.Settings;
import io.sparkusher.e2e.UsherServer;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/** Spark Usher in front of the cluster, as an admin would put it there. */
final class Installation implements AutoCloseable {
    private final Settings settings;
    private final Cluster cluster;

    /** What is to be undone, the last first: the API server must stop asking before nobody answers. */
    private final Deque<Runnable> installed = new ArrayDeque<>();

    private Installation(Settings settings, Cluster cluster) {
        this.settings = settings;
        this.cluster = cluster;
    }

    /** Leaves nothing behind where it fails. */
    static Installation install() throws IOException {
        Cluster cluster = Cluster.connect();
        Installation installation = new Installation(Settings.ofTheBuild(), cluster);
        installation.installed.push(cluster::close);
        try {
            cluster.makeNamespaces();
            installation.registerServer();
            return installation;
        } catch (IOException | RuntimeException | Error failure) {
            installation.close();
            throw failure;
        }
    }

    private void registerServer() throws IOException {
        UsherServer server = UsherServer.start(settings, policies());
        installed.push(server::close);
        server.awaitReady();
        Registration registration = new Registration(cluster.client());
        installed.push(registration::close);
        registration.register(server);
        registration.awaitInForce();
    }

    Settings settings() {
        return settings;
    }

    Cluster cluster() {
        return cluster;
    }

    /** The policies in force. */
    static Path policies() {
        URL folder = Objects.requireNonNull(Installation.class.getResource("/policies"));
        return Path.of(URI.create(folder.toString()));
    }

    /** Undoes everything, also where undoing one thing fails. */
    @Override
    public void close() {
        Runnable undo = installed.poll();
        if (undo != null) {
            try {
                undo.run();
            } finally {
                close();
            }
        }
    }
}
