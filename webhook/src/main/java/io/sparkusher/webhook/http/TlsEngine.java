package io.sparkusher.webhook.http;

import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.net.OpenSSLEngineOptions;
import io.vertx.core.net.SSLEngineOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What TLS is done by. */
final class TlsEngine {
    private static final Logger LOGGER = LoggerFactory.getLogger(TlsEngine.class);

    private TlsEngine() {}

    /** BoringSSL, which takes a quarter of the CPU time for a handshake; the JDK's own TLS where it cannot be loaded. */
    static SSLEngineOptions best() {
        if (OpenSSLEngineOptions.isAvailable()) {
            return new OpenSSLEngineOptions();
        }
        LOGGER.warn(
                "BoringSSL cannot be loaded on this machine: TLS is done by the JDK, at several times the CPU time");
        return new JdkSSLEngineOptions();
    }
}
