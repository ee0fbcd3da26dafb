package io.sparkusher.webhook.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sparkusher.webhook.testing.Eventually;
import io.sparkusher.webhook.testing.LoadClients;
import io.sparkusher.webhook.testing.Policies;
import io.sparkusher.webhook.testing.ReturningClient;
import io.sparkusher.webhook.testing.ServeProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own, from its first line to the signal that ends it. */
class ServeProcessTest {
    private static final int TERMINATED = 128 + 15;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void tellsHowToTryItAndLaterOfPoliciesThatItCannotUse() throws IOException {
        try (ServeProcess serve = ServeProcess.start(folder)) {
            tellsHowToTryIt(serve);
            showsNothingOfItsWarmUp(serve);

            Files.writeString(serve.policy(), Policies.broken());
            Eventually.holds("it tells of errors", () -> verbose(serve).contains("exekutor"));
            assertEquals(200, serve.get("/readyz").status());
            assertTrue(serve.log().contains("stay in force"), serve.log());

            Files.writeString(serve.policy(), Policies.labelling("two"));
            Eventually.holds("they are loaded", () -> verbose(serve).contains("generation 2"));
        }
    }

    private static void tellsHowToTryIt(ServeProcess serve) {
        assertTrue(serve.message().get(1).endsWith("1 from " + serve.policy() + ", watched for changes"));
        assertTrue(serve.message().get(2).endsWith("clients trust it by " + serve.authority()));
        assertTrue(serve.message().get(3).contains("curl --cacert " + serve.authority()));
    }

    private static void showsNothingOfItsWarmUp(ServeProcess serve) {
        String metrics = serve.get("/metrics").body();
        assertTrue(metrics.contains("spark_usher_reviews_total{outcome=\"changed\"} 0.0"), metrics);
        assertTrue(metrics.contains("spark_usher_review_duration_seconds_count 0"), metrics);
        assertTrue(metrics.contains("jvm_memory_used_bytes"), metrics);
        assertFalse(serve.log().contains("outcome="), serve.log());
        assertFalse(serve.log().contains("BoringSSL"), serve.log());
    }

    private static String verbose(ServeProcess serve) {
        return serve.get("/readyz?verbose").body();
    }

    @Test
    void servesByTheJdkAloneWhereNothingNativeCanBeLoaded() throws IOException {
        List<String> noneOfNetty =
                List.of("-Dio.netty.handler.ssl.noOpenSsl=true", "-Dio.netty.transport.noNative=true");
        try (ServeProcess serve = ServeProcess.startOn(noneOfNetty, folder)) {
            assertEquals(200, serve.get("/healthz").status());
            assertTrue(serve.log().contains("BoringSSL cannot be loaded"), serve.log());
            assertTrue(serve.log().contains("Ready after"), serve.log());
            resumesSessions(serve, "TLSv1.2");
            resumesSessions(serve, "TLSv1.3");
        }
    }

    private static void resumesSessions(ServeProcess serve, String version) throws IOException {
        ReturningClient client = new ReturningClient(Files.readString(serve.authority()), version);
        assertFalse(client.resumes(serve.port()));
        assertTrue(client.resumes(serve.port()));
    }

    @Test
    void answersEveryRequestThatItAcceptedBeforeItEndsByASignal() throws Exception {
        try (ServeProcess serve = ServeProcess.start(folder, "--drain=1s");
                LoadClients clients = LoadClients.start(6, serve::connect)) {
            clients.awaitAnswers(300);

            serve.terminate();

            clients.awaitEnd();
            assertEquals(0, clients.unanswered());
            assertEquals(TERMINATED, serve.awaitExit());
            assertTrue(serve.log().contains("Ended"), serve.log());
            assertFalse(serve.log().contains("ERROR"), serve.log());
        }
    }
}
