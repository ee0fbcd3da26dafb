package io.sparkusher.webhook.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.sparkusher.webhook.testing.HttpReply;
import io.sparkusher.webhook.testing.RecordedReviews;
import io.sparkusher.webhook.testing.TestServer;
import io.sparkusher.webhook.testing.TlsClient;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(Lifecycle.PER_CLASS)
class WebhookServerTest {
    private final TestServer server;

    WebhookServerTest() throws IOException, InterruptedException {
        server = TestServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    static List<String> recorded() {
        return RecordedReviews.names();
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void answersEveryRecordedReviewWithItsUid(String name) throws IOException {
        try (TlsClient client = server.connect()) {
            byte[] review = RecordedReviews.read(name);

            HttpReply reply = client.review(review);

            assertEquals(200, reply.status());
            assertEquals("application/json", reply.headers().get("content-type"));
            JsonNode response = reply.json().get("response");
            assertTrue(response.get("allowed").asBoolean());
            assertTrue(new String(review, UTF_8).contains(response.get("uid").asText()));
        }
    }

    @Test
    void patchesAnExecutorAndLeavesADeploymentsPodAlone() throws IOException {
        try (TlsClient client = server.connect()) {
            JsonNode executor = client.review(RecordedReviews.executor()).json().get("response");
            JsonNode other = client.review(RecordedReviews.read("deployment-pod.json"))
                    .json()
                    .get("response");

            String patch =
                    new String(Base64.getDecoder().decode(executor.get("patch").asText()), UTF_8);
            assertTrue(patch.contains("/metadata/labels/first"), patch);
            assertFalse(other.has("patch"));
        }
    }

    @Test
    void keepsTheConnectionForTheNextReview() throws IOException {
        try (TlsClient client = server.connect()) {
            for (int review = 0; review < 3; review++) {
                HttpReply reply = client.review(RecordedReviews.executor());
                assertEquals(200, reply.status());
                assertFalse(reply.saysClose());
            }
        }
    }

    @Test
    void negotiatesHttp11EvenWithAClientThatPrefersHttp2() throws IOException {
        try (TlsClient client = server.connect()) {
            SSLParameters parameters = client.socket().getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
            client.socket().setSSLParameters(parameters);
            client.socket().startHandshake();

            assertEquals("http/1.1", client.socket().getApplicationProtocol());
        }
    }

    @Test
    void tellsAClientThatExpectsItToContinue() throws IOException {
        byte[] review = RecordedReviews.executor();
        try (TlsClient client = server.connect()) {
            client.send(TlsClient.head(review.length).replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n"));
            assertEquals(100, client.read().status());

            client.send(review);
            assertEquals(200, client.read().status());
        }
    }

    @Test
    void readsABodyInChunks() throws IOException {
        byte[] review = RecordedReviews.executor();
        try (TlsClient client = server.connect()) {
            client.send(TlsClient.head(0).replace("Content-Length: 0", "Transfer-Encoding: chunked"))
                    .send(Integer.toHexString(review.length) + "\r\n")
                    .send(review)
                    .send("\r\n0\r\n\r\n");

            assertEquals(200, client.read().status());
        }
    }

    @ParameterizedTest
    @CsvSource({"/healthz,200,ok", "/readyz,503,not ready", "/readyz?verbose,503,[-]warm-up", "/metrics,200,# HELP"})
    void showsItsPages(String path, int status, String content) throws IOException {
        try (TlsClient client = server.connect()) {
            HttpReply reply = client.get(path);

            assertEquals(status, reply.status());
            assertTrue(reply.body().contains(content), reply.body());
        }
    }

    @ParameterizedTest
    @CsvSource({"GET,/mutate,POST", "PUT,/mutate,POST", "POST,/healthz,GET", "DELETE,/readyz,GET", "POST,/metrics,GET"})
    void namesTheMethodThatIsAllowed(String method, String path, String allowed) throws IOException {
        try (TlsClient client = server.connect()) {
            client.send(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n");
            HttpReply reply = client.read();

            assertEquals(405, reply.status());
            assertEquals(allowed, reply.headers().get("allow"));
        }
    }

    @Test
    void countsReviewsAndReasonsAndWhatIsNone() throws IOException, InterruptedException {
        try (TestServer counting = TestServer.start();
                TlsClient client = counting.connect()) {
            client.review(RecordedReviews.executor());
            client.review(RecordedReviews.read("deployment-pod.json"));
            client.review("{}".getBytes(UTF_8));

            String metrics = client.get("/metrics").body();

            assertTrue(metrics.contains("spark_usher_reviews_total{outcome=\"changed\"} 1.0"), metrics);
            assertTrue(metrics.contains("spark_usher_reviews_total{outcome=\"unchanged\"} 1.0"), metrics);
            assertTrue(
                    metrics.contains("spark_usher_reasons_total{code=\"Applied\",namespace=\"team-a\","
                            + "policy=\"SparkPodPolicy/team-a/labels\"} 1.0"),
                    metrics);
            assertTrue(metrics.contains("spark_usher_review_duration_seconds_count 2"), metrics);
            assertTrue(metrics.contains("spark_usher_bad_requests_total{cause=\"WrongKind\"} 1.0"), metrics);
            assertTrue(metrics.contains("spark_usher_requests_in_flight 0.0"), metrics);
            assertTrue(metrics.contains("spark_usher_connections 1.0"), metrics);
        }
    }

    @Test
    void answersAReviewThatFailsByAMistakeAndGoesOn() throws IOException, InterruptedException {
        try (TestServer mistaken = TestServer.startMistaken();
                TlsClient client = mistaken.connect()) {
            HttpReply reply = client.review(RecordedReviews.executor());

            assertEquals(500, reply.status());
            assertEquals(
                    "Spark Usher made a mistake: its log tells more",
                    reply.json().get("error").asText());
            assertTrue(client.get("/metrics").body().contains("spark_usher_reviews_total{outcome=\"failed\"} 1.0"));
        }
    }
}
