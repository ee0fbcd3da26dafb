package io.sparkusher.webhook.http;

import io.sparkusher.webhook.refusal.Refusal;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.function.BooleanSupplier;

/** Writes answers, and decides what becomes of the connection afterwards. */
final class Answers {
    private final ClientConnections connections;
    private final RequestMetrics metrics;
    private final BooleanSupplier draining;

    Answers(ClientConnections connections, RequestMetrics metrics, BooleanSupplier draining) {
        this.connections = connections;
        this.metrics = metrics;
        this.draining = draining;
    }

    void refuse(HttpServerRequest request, Refusal refusal) {
        metrics.refused(refusal.cause());
        send(request, HttpAnswer.of(refusal));
    }

    /** Does nothing where there is an answer already, or nobody left to read one. */
    void send(HttpServerRequest request, HttpAnswer answer) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        boolean last = draining.getAsBoolean() || isStillSending(request);
        response.setStatusCode(answer.status()).putHeader(HttpHeaders.CONTENT_TYPE, answer.contentType());
        answer.headers().forEach(response::putHeader);
        if (last) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        response.end(answer.body());
        connections.find(request.connection()).ifPresent(connection -> follow(connection, request, last));
    }

    // A request without a body has not ended either when its head arrives, but nothing is to follow.
    private static boolean isStillSending(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return !request.isEnded()
                && (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                        || !(length == null || length.equals("0")));
    }

    private static void follow(ClientConnection connection, HttpServerRequest request, boolean last) {
        if (!last) {
            connection.answered();
        } else if (!isStillSending(request) || request.headers().contains(HttpHeaders.EXPECT)) {
            connection.close();
        } else {
            // Closing upon bytes that nobody has read resets the connection, and the client would lose the answer.
            request.handler(discarded -> {});
            request.endHandler(ended -> connection.close());
            connection.lingerThenClose();
        }
    }
}
