package io.sparkusher.webhook.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All connections of one server, after their TLS handshakes. */
final class ClientConnections {
    private final Vertx vertx;
    private final ConnectionTimeouts timeouts;
    private final Map<HttpConnection, ClientConnection> open = new ConcurrentHashMap<>();

    ClientConnections(Vertx vertx, ConnectionTimeouts timeouts) {
        this.vertx = vertx;
        this.timeouts = timeouts;
    }

    /** To be called on the connection's event loop. */
    void opened(HttpConnection connection) {
        ClientConnection client = new ClientConnection(vertx, connection, timeouts);
        open.put(connection, client);
        connection.closeHandler(closed -> {
            open.remove(connection);
            client.closed();
        });
    }

    /** Empty where the connection has been closed meanwhile: then there is nobody to answer to. */
    Optional<ClientConnection> find(HttpConnection connection) {
        return Optional.ofNullable(open.get(connection));
    }

    int count() {
        return open.size();
    }

    boolean anyIsOwedAnAnswer() {
        return open.values().stream().anyMatch(ClientConnection::isOwedAnAnswer);
    }
}
