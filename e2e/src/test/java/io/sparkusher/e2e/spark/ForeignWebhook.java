package io.sparkusher.e2e.spark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.fge.jsonpatch.diff.JsonDiff;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.sparkusher.certs.CertificateAuthority;
import io.sparkusher.certs.ServingCertificate;
import io.sparkusher.certs.SubjectAlternativeName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A mutating webhook of somebody else, served by this machine.
 *
 * @param authority who signed what it serves, as PEM
 */
record ForeignWebhook(HttpsServer server, String host, String authority) implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final char[] PASSWORD = new char[0];

    /**
     * Starts one.
     *
     * @param host the address at which the API server reaches this machine
     * @param mutation what it does to a pod
     */
    static ForeignWebhook start(String host, Consumer<ObjectNode> mutation) throws IOException {
        CertificateAuthority authority =
                CertificateAuthority.create("Another webhook", Instant.now(), Duration.ofDays(1));
        ServingCertificate certificate =
                authority.issue(List.of(SubjectAlternativeName.parse(host)), Instant.now(), Duration.ofDays(1));
        HttpsServer server = HttpsServer.create(new InetSocketAddress(listening(host), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(certificate)));
        server.createContext("/", exchange -> answer(exchange, mutation));
        server.start();
        return new ForeignWebhook(server, host, authority.certificatePem());
    }

    // From a container, a machine is reached at an address that need not be one of its own.
    private static InetAddress listening(String host) throws IOException {
        InetAddress address = InetAddress.getByName(host);
        return address.isLoopbackAddress() ? address : InetAddress.getByName("0.0.0.0");
    }

    private static SSLContext context(ServingCertificate certificate) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(certificate.toKeyStore(PASSWORD), PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private static void answer(HttpExchange exchange, Consumer<ObjectNode> mutation) throws IOException {
        try (exchange) {
            JsonNode request = JSON.readTree(exchange.getRequestBody()).path("request");
            byte[] review = JSON.writeValueAsBytes(review(request, mutation));
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, review.length);
            exchange.getResponseBody().write(review);
        }
    }

    private static JsonNode review(JsonNode request, Consumer<ObjectNode> mutation) throws IOException {
        ObjectNode pod = (ObjectNode) request.path("object");
        ObjectNode changed = pod.deepCopy();
        mutation.accept(changed);
        String patch = JsonDiff.asJson(pod, changed).toString();
        ObjectNode review = JSON.createObjectNode();
        review.put("apiVersion", "admission.k8s.io/v1").put("kind", "AdmissionReview");
        review.putObject("response")
                .put("uid", request.path("uid").textValue())
                .put("allowed", true)
                .put("patchType", "JSONPatch")
                .put("patch", patch.getBytes(StandardCharsets.UTF_8));
        return review;
    }

    URI url() {
        return URI.create("https://%s:%d/".formatted(host, server.getAddress().getPort()));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
