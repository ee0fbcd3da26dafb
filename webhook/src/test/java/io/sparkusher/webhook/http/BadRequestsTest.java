package io.sparkusher.webhook.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sparkusher.webhook.testing.HttpReply;
import io.sparkusher.webhook.testing.RecordedReviews;
import io.sparkusher.webhook.testing.TestServer;
import io.sparkusher.webhook.testing.TlsClient;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that a client can get wrong. After each of them, the server still answers a good review. */
@TestInstance(Lifecycle.PER_CLASS)
class BadRequestsTest {
    private static final String REVIEW = new String(RecordedReviews.executor(), UTF_8);
    private static final int EIGHT_MEBIBYTES = 8 * 1024 * 1024;

    private final TestServer server;

    BadRequestsTest() throws IOException, InterruptedException {
        server = TestServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @AfterEach
    void stillAnswersAGoodReview() throws IOException {
        try (TlsClient client = server.connect()) {
            assertEquals(200, client.review(RecordedReviews.executor()).status());
        }
    }

    static Stream<Arguments> badBodies() {
        return Stream.of(
                Arguments.of("nothing", new byte[0]),
                Arguments.of(
                        "another kind", REVIEW.replace("AdmissionReview", "Pod").getBytes(UTF_8)),
                Arguments.of(
                        "another version",
                        REVIEW.replace("k8s.io/v1\"", "k8s.io/v2\"").getBytes(UTF_8)),
                Arguments.of(
                        "no uid", REVIEW.replaceFirst("\"uid\"", "\"uidd\"").getBytes(UTF_8)),
                Arguments.of("cut off", REVIEW.substring(0, REVIEW.length() / 2).getBytes(UTF_8)),
                Arguments.of("something after it", (REVIEW + REVIEW).getBytes(UTF_8)),
                Arguments.of("UTF-16", REVIEW.getBytes(UTF_16LE)),
                Arguments.of("Latin-1", REVIEW.replace("team-a", "te\u00e4m").getBytes(ISO_8859_1)),
                Arguments.of(
                        "overlong UTF-8",
                        REVIEW.replace("team-a", "\u00c0\u0080").getBytes(ISO_8859_1)),
                Arguments.of(
                        "a surrogate in UTF-8",
                        REVIEW.replace("team-a", "\u00ed\u00a0\u0080").getBytes(ISO_8859_1)),
                Arguments.of(
                        "half a surrogate pair",
                        REVIEW.replace("team-a", "\\ud800").getBytes(UTF_8)),
                Arguments.of(
                        "deep nesting",
                        "{\"request\":".concat("[".repeat(1_000_000)).getBytes(UTF_8)),
                Arguments.of("YAML", "kind: AdmissionReview\n".getBytes(UTF_8)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badBodies")
    void answersABadBodyWithOneSentence(String name, byte[] body) throws IOException {
        try (TlsClient client = server.connect()) {
            HttpReply reply = client.review(body);

            assertSentence(400, reply);
            assertEquals(200, client.review(RecordedReviews.executor()).status(), "On the same connection");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Type: text/plain",
        "Content-Type: application/json; charset=utf-16",
        "Content-Type: multipart/form-data; boundary=x",
        "X-Nothing: 1",
        "'Content-Type: application/json\r\nContent-Encoding: gzip'"
    })
    void refusesWhatIsNotSaidToBePlainJson(String header) throws IOException {
        try (TlsClient client = server.connect()) {
            client.send(TlsClient.head(REVIEW.length()).replace("Content-Type: application/json", header))
                    .send(REVIEW);

            assertSentence(415, client.read());
        }
    }

    @Test
    void refusesABodyThatIsSaidToBeTooLargeAndLetsItsClientReadWhy() throws IOException {
        try (TlsClient client = server.connect()) {
            HttpReply reply = client.review(new byte[EIGHT_MEBIBYTES]);

            assertSentence(413, reply);
            assertTrue(reply.saysClose());
            assertTrue(client.isClosedByServer());
        }
    }

    @Test
    void refusesABodyInChunksOnceItIsTooLarge() throws IOException {
        String chunk = "100000\r\n" + " ".repeat(0x100000) + "\r\n";
        try (TlsClient client = server.connect()) {
            client.send(TlsClient.head(0).replace("Content-Length: 0", "Transfer-Encoding: chunked"));
            for (int sent = 0; sent < 8; sent++) {
                client.send(chunk);
            }
            client.send("0\r\n\r\n");

            assertSentence(413, client.read());
            assertTrue(client.isClosedByServer());
        }
    }

    @Test
    void doesNotAskForABodyThatItWouldRefuse() throws IOException {
        try (TlsClient client = server.connect()) {
            client.send(TlsClient.head(EIGHT_MEBIBYTES).replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n"));

            assertSentence(413, client.read());
            assertTrue(client.isClosedByServer());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, 'NONSENSE\r\n\r\n'",
        "400, 'POST /mutate HTTP/1.1\r\nContent-Length: -1\r\n\r\n'",
        "400, 'POST /mutate HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n'",
        "404, 'GET /secret HTTP/1.1\r\nHost: x\r\n\r\n'",
        "417, 'POST /mutate HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\nExpect: more\r\n\r\n'"
    })
    void answersBadHttpWithOneSentence(int status, String request) throws IOException {
        try (TlsClient client = server.connect()) {
            assertSentence(status, client.send(request).read());
        }
    }

    @Test
    void refusesAChunkThatIsNone() throws IOException {
        try (TlsClient client = server.connect()) {
            client.send(TlsClient.head(0).replace("Content-Length: 0", "Transfer-Encoding: chunked"))
                    .send("zz\r\n\r\n");

            assertSentence(400, client.read());
            assertTrue(client.isClosedByServer());
        }
    }

    @Test
    void boundsTheHeadOfARequest() throws IOException {
        String long20k = "x".repeat(20_000);
        try (TlsClient client = server.connect()) {
            assertSentence(
                    414, client.send("GET /" + long20k + " HTTP/1.1\r\n\r\n").read());
        }
        try (TlsClient client = server.connect()) {
            assertSentence(
                    431,
                    client.send("GET / HTTP/1.1\r\nX-Long: " + long20k + "\r\n\r\n")
                            .read());
        }
    }

    @Test
    void survivesWhatIsNoTls() throws IOException {
        byte[] noise = new byte[4096];
        new Random(1).nextBytes(noise);
        for (byte[] bytes : new byte[][] {noise, "GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8), new byte[4096]}) {
            try (Socket socket = server.connectWithoutTls()) {
                socket.getOutputStream().write(bytes);
                socket.getOutputStream().flush();
                assertTrue(endsOrResets(socket));
            }
        }
    }

    private static boolean endsOrResets(Socket socket) throws IOException {
        try {
            socket.getInputStream().readAllBytes();
            return true;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Test
    void survivesAClientThatGoesAwayInTheMiddle() throws IOException {
        for (String part : new String[] {"POST /mut", TlsClient.head(1000), TlsClient.head(1000) + "{\"kind\""}) {
            try (TlsClient client = server.connect()) {
                client.send(part);
            }
        }
    }

    private static void assertSentence(int status, HttpReply reply) {
        assertEquals(status, reply.status(), reply.body());
        String sentence = reply.json().get("error").asText();
        assertTrue(!sentence.isEmpty() && sentence.length() < 200, sentence);
        assertTrue(sentence.chars().noneMatch(Character::isISOControl), sentence);
    }
}
