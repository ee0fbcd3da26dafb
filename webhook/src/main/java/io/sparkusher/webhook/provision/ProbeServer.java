package io.sparkusher.webhook.provision;

import io.sparkusher.webhook.certificates.ServingIdentity;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** Answers probes and Prometheus, over HTTPS and nothing else. */
final class ProbeServer {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;

    private final Vertx vertx;
    private final HttpServer server;
    private final Map<String, Supplier<Page>> pages;

    /** What a page says now. */
    record Page(boolean good, String text) {}

    private ProbeServer(Vertx vertx, ServingIdentity identity, Map<String, Supplier<Page>> pages) {
        this.vertx = vertx;
        this.pages = pages;
        PemKeyCertOptions certificate = new PemKeyCertOptions()
                .setCertValue(Buffer.buffer(identity.chain()))
                .setKeyValue(Buffer.buffer(identity.key()));
        server = vertx.createHttpServer(
                        new HttpServerOptions().setSsl(true).setUseAlpn(false).setKeyCertOptions(certificate))
                .requestHandler(this::answer);
    }

    /**
     * Returns when it listens.
     *
     * @param pages by their paths; none of them may block
     * @throws IOException if the address cannot be listened at
     */
    static ProbeServer start(String host, int port, ServingIdentity identity, Map<String, Supplier<Page>> pages)
            throws IOException, InterruptedException {
        // Nothing is served from files, and a folder for their cache would be one more thing to be writable.
        FileSystemOptions noFiles =
                new FileSystemOptions().setClassPathResolvingEnabled(false).setFileCachingEnabled(false);
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setFileSystemOptions(noFiles));
        ProbeServer probes = new ProbeServer(vertx, identity, Map.copyOf(pages));
        try {
            probes.server
                    .listen(port, host)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
            return probes;
        } catch (ExecutionException exception) {
            vertx.close();
            throw new IOException(exception.getCause());
        }
    }

    int port() {
        return server.actualPort();
    }

    private void answer(HttpServerRequest request) {
        Supplier<Page> page = pages.get(request.path());
        if (page == null) {
            request.response().setStatusCode(NOT_FOUND).end();
            return;
        }
        Page now = page.get();
        request.response()
                .setStatusCode(now.good() ? OK : UNAVAILABLE)
                .putHeader("Content-Type", "text/plain; charset=utf-8")
                .end(now.text());
    }

    void close() {
        vertx.close();
    }
}
