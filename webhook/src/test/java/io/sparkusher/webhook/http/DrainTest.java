package io.sparkusher.webhook.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sparkusher.webhook.testing.Eventually;
import io.sparkusher.webhook.testing.HttpReply;
import io.sparkusher.webhook.testing.LoadClients;
import io.sparkusher.webhook.testing.RecordedReviews;
import io.sparkusher.webhook.testing.TestServer;
import io.sparkusher.webhook.testing.TlsClient;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DrainTest {
    private static final Duration BRIEF = Duration.ofMillis(500);
    // Time for two requests, on a busy machine too.
    private static final Duration DRAIN = Duration.ofSeconds(3);

    @Test
    void isNotReadyAtOnceAndTellsEverybodyToComeBackElsewhere() throws Exception {
        TestServer server = TestServer.start();
        server.readiness().warmedUp();
        try (TlsClient probe = server.connect();
                TlsClient client = server.connect()) {
            assertEquals(200, probe.get("/readyz").status());
            assertFalse(client.review(RecordedReviews.executor()).saysClose());

            CompletableFuture<Void> stopped = stop(server, DRAIN);
            untilDraining(server);
            assertEquals(503, probe.get("/readyz").status());
            HttpReply last = client.review(RecordedReviews.executor());
            assertEquals(200, last.status());
            assertTrue(last.saysClose());
            assertTrue(client.isClosedByServer());
            stopped.get();
        }
        assertThrows(IOException.class, server::connect);
    }

    @Test
    void waitsForTheBodyOfARequestThatIsUnderWay() throws Exception {
        byte[] review = RecordedReviews.executor();
        int half = review.length / 2;
        TestServer server = TestServer.start();
        try (TlsClient slow = server.connect()) {
            slow.send(TlsClient.head(review.length).replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n"));
            assertEquals(100, slow.read().status());
            slow.send(Arrays.copyOf(review, half));

            CompletableFuture<Void> stopped = stop(server, BRIEF);
            untilRefused(server);
            assertFalse(stopped.isDone());

            HttpReply reply =
                    slow.send(Arrays.copyOfRange(review, half, review.length)).read();
            assertEquals(200, reply.status());
            stopped.get();
        }
    }

    @Test
    void leavesNoRequestUnansweredUnderLoad() throws Exception {
        TestServer server = TestServer.start();
        try (LoadClients clients = LoadClients.start(8, server::connect)) {
            clients.awaitAnswers(200);

            server.stop(BRIEF);

            assertDoesNotThrow(clients::awaitEnd);
            assertEquals(0, clients.unanswered());
        }
    }

    private static CompletableFuture<Void> stop(TestServer server, Duration drain) {
        return CompletableFuture.runAsync(() -> {
            try {
                server.stop(drain);
            } catch (InterruptedException exception) {
                throw new AssertionError(exception);
            }
        });
    }

    private static void untilDraining(TestServer server) {
        Eventually.holds("it drains", () -> server.readiness().isDraining());
    }

    private static void untilRefused(TestServer server) {
        Eventually.holds("it listens no more", () -> {
            try (TlsClient client = server.connect()) {
                return client.get("/healthz").status() != 200;
            } catch (IOException refused) {
                return true;
            }
        });
    }
}
