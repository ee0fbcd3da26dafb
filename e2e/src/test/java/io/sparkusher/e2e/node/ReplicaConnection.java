package io.sparkusher.e2e.node;

import io.fabric8.kubernetes.client.LocalPortForward;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocketFactory;

/** Asks one replica as the API server does: by HTTPS, for the Service's name, trusting the {@code caBundle} alone. */
final class ReplicaConnection implements AutoCloseable {
    private static final String SERVER_NAME = InstalledUsher.NAME + "." + InstalledUsher.NAMESPACE + ".svc";
    private static final HostnameVerifier FOR_THE_SERVICE = (host, session) -> isForTheService(session);
    private static final int LONGEST = (int) Duration.ofSeconds(20).toMillis();

    private final LocalPortForward forward;
    private final SSLSocketFactory sockets;

    ReplicaConnection(LocalPortForward forward, Authorities authorities) {
        this.forward = forward;
        this.sockets = authorities.trusted().getSocketFactory();
    }

    /**
     * Gets a page.
     *
     * @throws javax.net.ssl.SSLException where the replica serves by another authority, or for another name
     */
    String get(String path) throws IOException {
        return answer(connect(path));
    }

    String post(String path, String json) throws IOException {
        HttpsURLConnection connection = connect(path);
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        try (OutputStream output = connection.getOutputStream()) {
            output.write(json.getBytes(StandardCharsets.UTF_8));
        }
        return answer(connection);
    }

    private HttpsURLConnection connect(String path) throws IOException {
        URI address = URI.create("https://127.0.0.1:" + forward.getLocalPort() + path);
        HttpsURLConnection connection = (HttpsURLConnection) address.toURL().openConnection();
        connection.setSSLSocketFactory(sockets);
        connection.setHostnameVerifier(FOR_THE_SERVICE);
        connection.setConnectTimeout(LONGEST);
        connection.setReadTimeout(LONGEST);
        return connection;
    }

    private static String answer(HttpsURLConnection connection) throws IOException {
        try (InputStream input = connection.getInputStream()) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean isForTheService(SSLSession session) {
        try {
            X509Certificate served = (X509Certificate) session.getPeerCertificates()[0];
            return served.getSubjectAlternativeNames() != null
                    && served.getSubjectAlternativeNames().stream().anyMatch(name -> SERVER_NAME.equals(name.get(1)));
        } catch (SSLPeerUnverifiedException | CertificateParsingException exception) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        forward.close();
    }
}
