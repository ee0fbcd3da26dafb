package io.sparkusher.webhook.http;

import picocli.CommandLine.Option;

/** The options that say where a server listens. */
public final class ListenOptions {
    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8443",
            description = "Port to listen at, 0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "Address to listen at. In a pod: 0.0.0.0. Default: ${DEFAULT-VALUE}.")
    private String host = "";

    /** 0 for any free one. */
    public int port() {
        return port;
    }

    /** A name or an address. */
    public String host() {
        return host;
    }
}
