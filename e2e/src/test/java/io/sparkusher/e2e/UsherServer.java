package io.sparkusher.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** {@code java -jar spark-usher.jar serve}, as an admin would start it beside a cluster. */
final class UsherServer implements AutoCloseable {
    private static final Duration TO_BE_READY = Duration.ofMinutes(1);

    private final ChildProcess process;
    private final URI address;
    private final Path authority;

    private UsherServer(ChildProcess process, URI address, Path authority) {
        this.process = process;
        this.address = address;
        this.authority = authority;
    }

    static UsherServer start(Settings settings, Path policies) {
        String host = settings.webhookHost();
        int port = freePort();
        Path authority = settings.evidence().resolve("ca.crt");
        List<String> command = List.of(
                settings.java().toString(),
                "-jar",
                settings.usher().toString(),
                "serve",
                "--policies=" + policies,
                "--host=" + (host.equals("127.0.0.1") ? host : "0.0.0.0"),
                "--port=" + port,
                "--name=" + host,
                "--write-ca=" + authority);
        ChildProcess process = ChildProcess.start(command, settings.evidence().resolve("spark-usher.log"));
        return new UsherServer(process, URI.create("https://" + host + ":" + port), authority);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Waits for {@code /readyz} to say yes, over TLS that the written authority vouches for. */
    void awaitReady() {
        await("/readyz of Spark Usher, whose log is " + process.log())
                .atMost(TO_BE_READY)
                .ignoreExceptions()
                .failFast("Spark Usher ended; its log is " + process.log(), () -> !process.isAlive())
                .until(() -> readiness() == 200);
    }

    private int readiness() throws IOException, InterruptedException, GeneralSecurityException {
        HttpClient client = HttpClient.newBuilder().sslContext(trustAuthority()).build();
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/readyz")).build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    private SSLContext trustAuthority() throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream pem = Files.newInputStream(authority)) {
            trusted.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    /** Where the API server is to post its reviews. */
    URI mutate() {
        return address.resolve("/mutate");
    }

    /** The certificates by which the API server is to know the server, as PEM. */
    byte[] authority() throws IOException {
        return Files.readAllBytes(authority);
    }

    @Override
    public void close() {
        process.close();
    }
}
