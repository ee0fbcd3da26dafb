package io.sparkusher.webhook.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import java.time.Duration;

/**
 * One client's connection after its TLS handshake, and what is being waited for on it. There is always either a request
 * to be answered at once, or a time by which the client has to do something.
 */
final class ClientConnection {
    // Longer than any client takes from the end of the handshake to its request, if it made the connection for one.
    private static final Duration EXPECTANT = Duration.ofSeconds(2);

    private enum State {
        Fresh,
        Busy,
        Idle
    }

    private final HttpConnection connection;
    private final ConnectionTimeouts timeouts;
    private final Deadline deadline;
    private final long openedNanos = System.nanoTime();
    // Read by the thread that stops the server; all else belongs to the connection's event loop.
    private volatile State state = State.Fresh;

    ClientConnection(Vertx vertx, HttpConnection connection, ConnectionTimeouts timeouts) {
        this.connection = connection;
        this.timeouts = timeouts;
        deadline = new Deadline(vertx);
        closeAfter(timeouts.firstRequest());
    }

    /** @param late what to do when the body does not arrive in time */
    void requestBegan(Runnable late) {
        state = State.Busy;
        deadline.set(timeouts.body(), late);
    }

    void answered() {
        state = State.Idle;
        closeAfter(timeouts.idle());
    }

    /** Closes once the client has sent what it is still sending, so that it gets to read the answer. */
    void lingerThenClose() {
        closeAfter(timeouts.body());
    }

    void close() {
        deadline.cancel();
        connection.close();
    }

    void closed() {
        deadline.cancel();
    }

    /** Whether the client waits for an answer, or is about to ask for one. */
    boolean isOwedAnAnswer() {
        return switch (state) {
            case Fresh -> System.nanoTime() - openedNanos < EXPECTANT.toNanos();
            case Busy -> true;
            case Idle -> false;
        };
    }

    private void closeAfter(Duration time) {
        deadline.set(time, connection::close);
    }
}
