package io.sparkusher.webhook.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sparkusher.webhook.testing.Eventually;
import io.sparkusher.webhook.testing.HttpReply;
import io.sparkusher.webhook.testing.RecordedReviews;
import io.sparkusher.webhook.testing.TestServer;
import io.sparkusher.webhook.testing.TlsClient;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a client can keep the server waiting for, or full with. */
class ConnectionLimitsTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(200);

    @Test
    void cutsABodyThatDoesNotArrive() throws IOException, InterruptedException {
        try (TestServer server = start(new ConnectionTimeouts(LONG, LONG, SHORT, LONG));
                TlsClient client = server.connect()) {
            HttpReply reply = client.send(TlsClient.head(1000)).send("{").read();

            assertEquals(408, reply.status());
            assertTrue(reply.saysClose());
            assertTrue(client.isClosedByServer());
        }
    }

    @Test
    void cutsARefusedBodyThatDoesNotEnd() throws IOException, InterruptedException {
        try (TestServer server = start(new ConnectionTimeouts(LONG, LONG, SHORT, LONG));
                TlsClient client = server.connect()) {
            assertEquals(413, client.send(TlsClient.head(1L << 40)).read().status());
            assertTrue(client.isClosedByServer());
        }
    }

    @Test
    void closesAConnectionOnWhichNoRequestComes() throws IOException, InterruptedException {
        try (TestServer server = start(new ConnectionTimeouts(LONG, SHORT, LONG, LONG));
                TlsClient client = server.connect()) {
            client.socket().startHandshake();
            assertTrue(client.isClosedByServer());
        }
    }

    @Test
    void closesAConnectionOnWhichTheHeadOfARequestNeverEnds() throws IOException, InterruptedException {
        try (TestServer server = start(new ConnectionTimeouts(LONG, SHORT, LONG, LONG));
                TlsClient client = server.connect()) {
            assertTrue(client.send("POST /mutate HTTP/1.1\r\n").isClosedByServer());
        }
    }

    @Test
    void closesAConnectionWithoutAHandshake() throws IOException, InterruptedException {
        try (TestServer server = start(new ConnectionTimeouts(SHORT, LONG, LONG, LONG));
                Socket socket = server.connectWithoutTls()) {
            assertEquals(-1, socket.getInputStream().read());
        }
    }

    @Test
    void closesAConnectionThatIsIdleForTooLong() throws IOException, InterruptedException {
        try (TestServer server = start(new ConnectionTimeouts(LONG, LONG, LONG, SHORT));
                TlsClient client = server.connect()) {
            assertEquals(200, client.get("/healthz").status());
            assertTrue(client.isClosedByServer());
        }
    }

    @Test
    void boundsTheNumberOfConnectionsAndTakesNewOnesWhenOldOnesEnd() throws IOException, InterruptedException {
        MemoryLimits limits =
                new MemoryLimits(DataSize.ofMebibytes(7), DataSize.ofMebibytes(14), DataSize.ofKibibytes(16), 2);
        try (TestServer server = TestServer.start(settings -> settings.withLimits(limits));
                TlsClient first = server.connect()) {
            assertEquals(200, first.get("/healthz").status());
            try (TlsClient second = server.connect();
                    Socket third = openAfter(second, server)) {
                assertTrue(isRefused(third));
                assertEquals(200, first.get("/healthz").status());
            }
            untilAccepted(server);
        }
    }

    private static Socket openAfter(TlsClient second, TestServer server) throws IOException {
        assertEquals(200, second.get("/healthz").status());
        return server.connectWithoutTls();
    }

    private static boolean isRefused(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    /** The server hears of the end of a connection a moment after its client. */
    private static void untilAccepted(TestServer server) {
        Eventually.holds("a new connection is accepted", () -> {
            try (TlsClient client = server.connect()) {
                return client.get("/healthz").status() == 200;
            } catch (IOException refused) {
                return false;
            }
        });
    }

    @Test
    void asksToComeBackWhenTheBodiesInFlightTakeAllTheMemoryThereIs() throws IOException, InterruptedException {
        byte[] review = RecordedReviews.executor();
        DataSize one = new DataSize(review.length);
        MemoryLimits limits = new MemoryLimits(one, one, DataSize.ofKibibytes(16), 100);
        try (TestServer server = TestServer.start(settings -> settings.withLimits(limits));
                TlsClient slow = server.connect();
                TlsClient other = server.connect()) {
            slow.send(TlsClient.head(review.length).replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n"));
            assertEquals(100, slow.read().status(), "Its body is expected now");

            HttpReply refused = other.review(review);
            assertEquals(503, refused.status());
            assertEquals("1", refused.headers().get("retry-after"));

            assertEquals(200, slow.send(review).read().status());
            try (TlsClient again = server.connect()) {
                assertEquals(200, again.review(review).status());
            }
        }
    }

    private static TestServer start(ConnectionTimeouts timeouts) throws IOException, InterruptedException {
        UnaryOperator<ServerSettings> with = settings -> settings.withTimeouts(timeouts);
        return TestServer.start(with);
    }
}
