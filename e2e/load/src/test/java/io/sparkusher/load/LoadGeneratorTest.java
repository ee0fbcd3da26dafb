package io.sparkusher.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sparkusher.load.client.Load;
import io.sparkusher.load.client.LoadGenerator;
import io.sparkusher.load.client.PreparedRequest;
import io.sparkusher.load.client.Result;
import io.sparkusher.load.client.Target;
import io.sparkusher.webhook.certificates.SelfMadeCertificates;
import io.sparkusher.webhook.certificates.ServingIdentity;
import io.sparkusher.webhook.http.ServerSettings;
import io.sparkusher.webhook.http.WebhookServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(Lifecycle.PER_CLASS)
class LoadGeneratorTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final PreparedRequest REVIEW =
            PreparedRequest.review("{\"request\":{\"uid\":\"one\"}}".getBytes(UTF_8));

    private final LoadGenerator generator = new LoadGenerator();
    private final Path authority;
    private final WebhookServer server;
    private final Target target;

    LoadGeneratorTest(@TempDir Path folder) throws IOException, InterruptedException {
        ServingIdentity identity = new SelfMadeCertificates(List.of(), Instant.now()).identity();
        authority = folder.resolve("ca.crt");
        Files.writeString(authority, identity.authorities());
        FixedAnswer answer = new FixedAnswer("{\"response\":{\"uid\":\"\",\"patch\":\"W10=\"}}".getBytes(UTF_8));
        server = ConstantServer.start(ServerSettings.of("127.0.0.1", 0), identity, answer);
        target = Target.at(server.port(), authority);
    }

    @AfterAll
    void stop() throws InterruptedException {
        server.stop(Duration.ZERO);
        generator.close();
    }

    static List<Load> loads() {
        return List.of(new Load.Closed(1), new Load.Closed(5), new Load.Open(3, 200), new Load.Fresh(50));
    }

    @ParameterizedTest
    @MethodSource("loads")
    void hasEveryRequestAnsweredWithAPatch(Load load) throws InterruptedException {
        Result result = generator.run(target, load, REVIEW, SHORT);

        assertEquals(Map.of(), result.failures());
        assertTrue(result.requests() > 0, "No request");
        assertEquals(result.requests(), result.patched());
        result.requirePatches();
    }

    @Test
    void sendsWhatIsDueOnScheduleWhateverTheServerDoes() throws InterruptedException {
        assertEquals(
                60, generator.run(target, new Load.Open(1, 200), REVIEW, SHORT).requests());
        assertEquals(
                15, generator.run(target, new Load.Fresh(50), REVIEW, SHORT).requests());
    }

    @Test
    void countsRefusalsByTheirStatus() throws InterruptedException {
        PreparedRequest broken = PreparedRequest.review("{}".getBytes(UTF_8));

        Result result = generator.run(target, new Load.Closed(2), broken, SHORT);

        assertEquals(List.of("status 400"), List.copyOf(result.failures().keySet()));
        assertEquals(result.requests(), result.failed());
        assertThrows(IllegalStateException.class, result::requirePatches);
    }

    @Test
    void countsConnectionsThatCannotBeMade() throws IOException, InterruptedException {
        Target nobody = Target.at(freePort(), authority);

        Result result = generator.run(nobody, new Load.Fresh(50), REVIEW, SHORT);

        assertEquals(Map.of("no connection", 15), result.failures());
        assertThrows(IllegalStateException.class, () -> generator.run(nobody, new Load.Closed(1), REVIEW, SHORT));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
