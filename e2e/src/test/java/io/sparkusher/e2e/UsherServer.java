package io.sparkusher.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** {@code java -jar spark-usher.jar serve}, as an admin would start it beside a cluster. */
public final class UsherServer implements AutoCloseable {
    private static final Duration TO_BE_READY = Duration.ofMinutes(1);

    /** As long as the API server waits where a webhook says nothing else. */
    private static final Duration TO_ANSWER = Duration.ofSeconds(10);

    private static final Pattern ADDRESS = Pattern.compile("listens at https://\\S+:(\\d+)");

    /** Where replicas beside a cluster keep their Leases: one that every test of them makes. */
    private static final String OWN_NAMESPACE = "--namespace=" + StoredPolicies.NAMESPACE;

    private final ChildProcess process;
    private final String host;
    private final Path output;
    private final Path authority;

    private @Nullable HttpClient client;

    private UsherServer(ChildProcess process, String host, Path output, Path authority) {
        this.process = process;
        this.host = host;
        this.output = output;
        this.authority = authority;
    }

    /** With policies from a folder. */
    public static UsherServer start(Settings settings, Path policies) {
        return start(settings, "spark-usher", List.of(), List.of("--policies=" + policies));
    }

    /** With the policies of the cluster that {@code KUBECONFIG} names. */
    public static UsherServer startInCluster(Settings settings, String name) {
        return start(settings, name, List.of(), List.of("--cluster", OWN_NAMESPACE));
    }

    /** With the policies of the cluster that {@code KUBECONFIG} names, on a JVM with these options. */
    public static UsherServer startInCluster(Settings settings, String name, List<String> jvmOptions) {
        return start(settings, name, jvmOptions, List.of("--cluster", OWN_NAMESPACE));
    }

    /** With the policies of the cluster that the file names. */
    public static UsherServer startInCluster(Settings settings, String name, Path kubeconfig) {
        return start(settings, name, List.of("-Dkubeconfig=" + kubeconfig), List.of("--cluster", OWN_NAMESPACE));
    }

    private static UsherServer start(Settings settings, String name, List<String> jvmOptions, List<String> options) {
        String host = settings.webhookHost();
        Path output = settings.evidence().resolve(name + ".out");
        Path authority = settings.evidence().resolve(name + ".ca.crt");
        List<String> command = new ArrayList<>();
        command.add(settings.java().toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-jar", settings.usher().toString(), "serve"));
        command.addAll(options);
        command.addAll(List.of(
                "--host=" + (host.equals("127.0.0.1") ? host : "0.0.0.0"),
                "--port=0",
                "--name=" + host,
                "--write-ca=" + authority));
        ChildProcess process =
                ChildProcess.start(command, output, settings.evidence().resolve(name + ".log"));
        return new UsherServer(process, host, output, authority);
    }

    /** Waits for {@code /readyz} to say yes, over TLS that the written authority vouches for. */
    public void awaitReady() {
        await("/readyz of Spark Usher, whose log is " + process.log())
                .atMost(TO_BE_READY)
                .ignoreExceptions()
                .failFast("Spark Usher ended; its log is " + process.log(), () -> !process.isAlive())
                .until(() -> readiness() == 200);
    }

    private int readiness() throws IOException, InterruptedException, GeneralSecurityException {
        return get("/readyz").statusCode();
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException, GeneralSecurityException {
        HttpRequest request =
                HttpRequest.newBuilder(address(path)).timeout(TO_ANSWER).build();
        return client().send(request, BodyHandlers.ofString());
    }

    /** Asks for a review, as the API server does. */
    public HttpResponse<String> post(String path, String body)
            throws IOException, InterruptedException, GeneralSecurityException {
        HttpRequest request = HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/json")
                .timeout(TO_ANSWER)
                .POST(BodyPublishers.ofString(body))
                .build();
        return client().send(request, BodyHandlers.ofString());
    }

    /** The value of a metric without labels. */
    public double metric(String name) throws IOException, InterruptedException, GeneralSecurityException {
        Matcher line = Pattern.compile("(?m)^" + name + " (\\S+)$")
                .matcher(get("/metrics").body());
        if (!line.find()) {
            throw new AssertionError("There is no metric " + name);
        }
        return Double.parseDouble(line.group(1));
    }

    private synchronized HttpClient client() throws IOException, GeneralSecurityException {
        HttpClient existing = client;
        if (existing == null) {
            existing = HttpClient.newBuilder().sslContext(trustAuthority()).build();
            client = existing;
        }
        return existing;
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
    public URI mutate() throws IOException {
        return address("/mutate");
    }

    /** Where the API server is to ask whether a policy should be stored. */
    public URI validate() throws IOException {
        return address("/validate");
    }

    private URI address(String path) throws IOException {
        Matcher said = ADDRESS.matcher(Files.readString(output));
        if (!said.find()) {
            throw new IllegalStateException("Spark Usher has not said where it listens; see " + output);
        }
        return URI.create("https://" + host + ":" + said.group(1) + path);
    }

    /** The certificates by which the API server is to know the server, as PEM. */
    public byte[] authority() throws IOException {
        return Files.readAllBytes(authority);
    }

    /** The number of its process. */
    public long pid() {
        return process.pid();
    }

    /** Whether this is the replica of that name, which outside of a pod is made of the process's number. */
    public boolean isNamed(String replica) {
        return replica.endsWith("-" + process.pid());
    }

    /** Ends it as an accident does: it can tell nobody. */
    public void kill() {
        process.kill();
    }

    @Override
    public void close() {
        process.close();
    }
}
