package io.sparkusher.webhook.http;

/**
 * How much memory clients can make the server take.
 *
 * @param body of one request
 * @param bodiesInFlight of all requests together that are not answered yet
 * @param head the request line, and once more the header fields, of one request
 * @param connections open at a time, those in their TLS handshake included
 */
public record MemoryLimits(DataSize body, DataSize bodiesInFlight, DataSize head, int connections) {
    public MemoryLimits {
        if (bodiesInFlight.bytes() < body.bytes()) {
            throw new IllegalArgumentException(
                    "All bodies together (%s) cannot be less than one (%s)".formatted(bodiesInFlight, body));
        }
    }

    /**
     * A body of 7 MiB holds the largest object that the API server stores (3 MiB) in its wrapping.
     *
     * @param heap the most memory that the JVM will use: an eighth of it is for bodies, but two always fit
     */
    public static MemoryLimits forHeap(DataSize heap) {
        DataSize body = DataSize.ofMebibytes(7);
        return new MemoryLimits(
                body, new DataSize(Math.max(2 * body.bytes(), heap.bytes() / 8)), DataSize.ofKibibytes(16), 1000);
    }
}
