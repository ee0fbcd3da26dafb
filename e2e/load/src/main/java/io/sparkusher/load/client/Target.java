package io.sparkusher.load.client;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** A server of this machine, and how it is trusted: over TLS 1.3, by BoringSSL where that is on the class path. */
public final class Target {
    private final InetSocketAddress address;
    private final SslContext tls;

    private Target(InetSocketAddress address, SslContext tls) {
        this.address = address;
        this.tls = tls;
    }

    /**
     * Whoever listens at that port.
     *
     * @param authorities PEM that vouches for the server
     */
    public static Target at(int port, Path authorities) throws IOException {
        try (InputStream pem = Files.newInputStream(authorities)) {
            SslContext tls = SslContextBuilder.forClient()
                    .sslProvider(provider())
                    .protocols("TLSv1.3")
                    .trustManager(pem)
                    // Its authority has certified nobody else.
                    .endpointIdentificationAlgorithm("")
                    .build();
            return new Target(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), tls);
        }
    }

    static String description() {
        return OpenSsl.isAvailable() ? "BoringSSL" : "the JDK's TLS";
    }

    private static SslProvider provider() {
        return OpenSsl.isAvailable() ? SslProvider.OPENSSL : SslProvider.JDK;
    }

    InetSocketAddress address() {
        return address;
    }

    /** For one connection. It resumes no session, as the API server resumes none: it knows no name to find one by. */
    SslHandler tls(ByteBufAllocator allocator) {
        return tls.newHandler(allocator);
    }
}
