package io.sparkusher.webhook.http;

import java.time.Duration;

/**
 * How long a client may take.
 *
 * @param handshake from the acceptance of the connection to the end of the TLS handshake
 * @param firstRequest from there to the head of the first request
 * @param body from the head of a request to the end of its body
 * @param idle from an answer to the head of the next request
 */
public record ConnectionTimeouts(Duration handshake, Duration firstRequest, Duration body, Duration idle) {
    /**
     * The API server keeps a connection for 90 s and a connection that it made in vain for as long: {@code idle} is
     * longer, so that it is the API server who closes, and never while a review is under way.
     */
    public static ConnectionTimeouts defaults() {
        return new ConnectionTimeouts(
                Duration.ofSeconds(10), Duration.ofSeconds(120), Duration.ofSeconds(10), Duration.ofSeconds(120));
    }
}
