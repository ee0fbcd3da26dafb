package io.sparkusher.e2e.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** What this pod's service account may ask of the API server: calls are made with its token alone. */
final class OwnAccount {
    private static final Path FOLDER = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");
    private static final URI SERVER = URI.create("https://kubernetes.default.svc");

    /** What is sent where something is to be created; it is valid for every kind that needs no more than a name. */
    private static final String NEW_OBJECT = "{\"metadata\": {\"generateName\": \"asked-for-by-the-job-\"}}";

    private OwnAccount() {}

    /**
     * The status of the answer to a call.
     *
     * @throws IOException where there is no token, or no answer
     */
    static int status(String method, String path) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(SERVER.resolve(path))
                .header("Authorization", "Bearer " + Files.readString(FOLDER.resolve("token")).strip())
                .header("Content-Type", "application/json")
                .method(method, method.equals("POST") ? BodyPublishers.ofString(NEW_OBJECT) : BodyPublishers.noBody())
                .build();
        try {
            return HttpClient.newBuilder()
                    .sslContext(trust(FOLDER.resolve("ca.crt")))
                    .build()
                    .send(request, BodyHandlers.discarding())
                    .statusCode();
        } catch (GeneralSecurityException exception) {
            throw new IOException(exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IOException(exception);
        }
    }

    private static SSLContext trust(Path authorities) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream pem = Files.newInputStream(authorities)) {
            for (Certificate authority : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                trusted.setCertificateEntry(Integer.toString(trusted.size()), authority);
            }
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
