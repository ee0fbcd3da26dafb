package io.sparkusher.webhook.http;

import io.sparkusher.webhook.certificates.ServingIdentity;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Http1ServerConfig;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerConfig;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.WebSocketServerConfig;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.SSLEngineOptions;
import io.vertx.core.net.ServerSSLOptions;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One event loop's share of the server. All that listen at one port share its connections. */
final class Listener extends VerticleBase {
    /** What all event loops have in common. */
    record Parts(ServingIdentity identity, SSLEngineOptions engine, ClientConnections connections, Routes routes) {}

    private final ServerSettings settings;
    private final Parts parts;
    private @Nullable HttpServer server;

    Listener(ServerSettings settings, Parts parts) {
        this.settings = settings;
        this.parts = parts;
    }

    @Override
    public Future<?> start() {
        server = vertx.httpServerBuilder()
                .with(http())
                .with(tls(parts.identity()))
                .with(parts.engine())
                .build()
                .connectionHandler(parts.connections()::opened)
                .invalidRequestHandler(parts.routes()::invalid)
                .requestHandler(parts.routes().on(vertx));
        // Not by the configuration, which refuses the negative ports that share any free one.
        return server.listen(settings.port(), settings.host());
    }

    int port() {
        return Objects.requireNonNull(server, "Not started").actualPort();
    }

    /**
     * Serves it to all later connections; those that there are stay as they are. TLS sessions of the one before are not
     * resumed: keys of tickets and kept sessions belong to the one identity.
     */
    Future<?> use(ServingIdentity identity) {
        return Objects.requireNonNull(server, "Not started").updateSSLOptions(tls(identity));
    }

    private HttpServerConfig http() {
        int head = Math.toIntExact(settings.limits().head().bytes());
        return new HttpServerConfig()
                .setVersions(Set.of(HttpVersion.HTTP_1_1))
                .setHttp1Config(
                        new Http1ServerConfig().setMaxInitialLineLength(head).setMaxHeaderSize(head))
                // Nobody speaks WebSocket here: without its compressions no request has to pass them.
                .setWebSocketConfig(new WebSocketServerConfig()
                        .setUsePerFrameCompression(false)
                        .setUsePerMessageCompression(false));
    }

    private ServerSSLOptions tls(ServingIdentity identity) {
        ServerSSLOptions options = new ServerSSLOptions();
        options.setUseAlpn(true);
        // The API server speaks HTTP/2 to loopback addresses where it is offered, and HTTP/1.1 to all others.
        options.setApplicationLayerProtocols(List.of("http/1.1"));
        options.setSslHandshakeTimeout(settings.timeouts().handshake().toMillis());
        options.setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
        options.setKeyCertOptions(new PemKeyCertOptions()
                .setCertValue(Buffer.buffer(identity.chain()))
                .setKeyValue(Buffer.buffer(identity.key())));
        return options;
    }
}
