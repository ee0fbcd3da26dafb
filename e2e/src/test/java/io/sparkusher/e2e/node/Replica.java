package io.sparkusher.e2e.node;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.LocalPortForward;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** One replica, asked by itself and not through the Service. */
record Replica(KubernetesClient client, Pod pod) {
    private static final int PORT = 10250;
    private static final String SERVER_NAME = InstalledUsher.NAME + "." + InstalledUsher.NAMESPACE + ".svc";
    private static final int LONGEST = (int) Duration.ofSeconds(20).toMillis();

    String name() {
        return pod.getMetadata().getName();
    }

    /** Whether the API server, with these authorities, would trust what the replica serves now. */
    boolean isVouchedForBy(Authorities authorities) {
        try {
            return ask(authorities, "/readyz", "").status() > 0;
        } catch (SSLException exception) {
            return false;
        } catch (IOException exception) {
            throw new IllegalStateException(name() + " cannot be asked", exception);
        }
    }

    /**
     * Asks as the API server does: by HTTPS, for the Service's name.
     *
     * @param body what is posted; where it is empty, nothing is posted, and the path is got
     */
    Answer ask(Authorities authorities, String path, String body) throws IOException {
        try (LocalPortForward forward = client.pods()
                .inNamespace(InstalledUsher.NAMESPACE)
                .withName(name())
                .portForward(PORT)) {
            URI address = URI.create("https://127.0.0.1:" + forward.getLocalPort() + path);
            HttpsURLConnection connection = (HttpsURLConnection) address.toURL().openConnection();
            connection.setSSLSocketFactory(authorities.trusted().getSocketFactory());
            connection.setHostnameVerifier((host, session) -> isForTheService(session));
            connection.setConnectTimeout(LONGEST);
            connection.setReadTimeout(LONGEST);
            return exchange(connection, body);
        }
    }

    private static Answer exchange(HttpsURLConnection connection, String body) throws IOException {
        if (!body.isEmpty()) {
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/json");
            try (OutputStream output = connection.getOutputStream()) {
                output.write(body.getBytes(StandardCharsets.UTF_8));
            }
        }
        int status = connection.getResponseCode();
        try (var input = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            String text = input == null ? "" : new String(input.readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(status, text);
        } finally {
            connection.disconnect();
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

    /** What a replica answered. */
    record Answer(int status, String body) {}
}
