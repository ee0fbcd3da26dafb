package io.sparkusher.certs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A TLS server on a free port of loopback that greets whoever completes a handshake, and a client of it. */
final class LoopbackTlsServer implements AutoCloseable {
    private static final int GREETING = 42;
    private static final int PATIENCE_MILLIS = 10_000;
    private static final char[] PASSWORD = "in memory only".toCharArray();

    private final SSLServerSocket socket;
    private final ExecutorService acceptor = Executors.newSingleThreadExecutor();

    LoopbackTlsServer(ServingCertificate serving) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(serving.toKeyStore(PASSWORD), PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        socket = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 0, InetAddress.getLoopbackAddress());
        acceptor.execute(this::greetUntilClosed);
    }

    private void greetUntilClosed() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                client.setSoTimeout(PATIENCE_MILLIS);
                client.getOutputStream().write(GREETING);
            } catch (IOException exception) {
                // Either the client refused, which its side of the test asserts, or the test is over.
            }
        }
    }

    /** Whether the server's greeting came; the client calls it by that name and trusts the PEM's authorities alone. */
    boolean greets(String name, String trustedPem) throws Exception {
        try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), socket.getLocalPort());
                SSLSocket client = (SSLSocket) trusting(trustedPem)
                        .getSocketFactory()
                        .createSocket(plain, name, socket.getLocalPort(), true)) {
            client.setSoTimeout(PATIENCE_MILLIS);
            SSLParameters parameters = client.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            client.setSSLParameters(parameters);
            client.startHandshake();
            return client.getInputStream().read() == GREETING;
        }
    }

    private static SSLContext trusting(String pem) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (Certificate certificate : CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))) {
            store.setCertificateEntry("trusted-" + store.size(), certificate);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        acceptor.shutdown();
    }
}
