package io.sparkusher.webhook.http;

import java.time.Duration;

/**
 * How the HTTPS server behaves.
 *
 * @param host name or address to listen at
 * @param port 0 for any free one
 * @param eventLoops as many as there are cores: with more, some reviews wait for others
 * @param lastAnswers how long requests may take that are under way when the server has stopped listening
 */
public record ServerSettings(
        String host, int port, int eventLoops, ConnectionTimeouts timeouts, MemoryLimits limits, Duration lastAnswers) {
    /** For this machine. */
    public static ServerSettings of(String host, int port) {
        Runtime runtime = Runtime.getRuntime();
        return new ServerSettings(
                host,
                port,
                runtime.availableProcessors(),
                ConnectionTimeouts.defaults(),
                MemoryLimits.forHeap(new DataSize(runtime.maxMemory())),
                Duration.ofSeconds(10));
    }

    public ServerSettings withPort(int other) {
        return new ServerSettings(host, other, eventLoops, timeouts, limits, lastAnswers);
    }

    public ServerSettings withTimeouts(ConnectionTimeouts other) {
        return new ServerSettings(host, port, eventLoops, other, limits, lastAnswers);
    }

    public ServerSettings withLimits(MemoryLimits other) {
        return new ServerSettings(host, port, eventLoops, timeouts, other, lastAnswers);
    }
}
