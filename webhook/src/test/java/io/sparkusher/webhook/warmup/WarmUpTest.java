package io.sparkusher.webhook.warmup;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sparkusher.webhook.certificates.SelfMadeCertificates;
import io.sparkusher.webhook.certificates.ServingIdentity;
import io.sparkusher.webhook.inforce.PolicyStore;
import io.sparkusher.webhook.testing.Policies;
import io.sparkusher.webhook.testing.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    private static final long NO_DEADLINE = Long.MAX_VALUE;

    @Test
    void hasItsSamplesChangedByThePoliciesThatThereAre() throws IOException, InterruptedException {
        try (TestServer server = TestServer.start()) {
            WarmUpSettings settings = new WarmUpSettings(20, 2, Duration.ofMinutes(1));
            SampleClient client = new SampleClient(server.port(), server.identity(), Samples.in(Set.of("team-a")));

            assertEquals(20, client.send(settings, NO_DEADLINE));

            String metrics = server.metrics().scrape();
            assertTrue(metrics.contains("spark_usher_reviews_total{outcome=\"changed\"} 10.0"), metrics);
            assertTrue(metrics.contains("spark_usher_reviews_total{outcome=\"unchanged\"} 10.0"), metrics);
        }
    }

    @Test
    void endsWhenItsTimeIsOver() throws IOException, InterruptedException {
        try (TestServer server = TestServer.start()) {
            SampleClient client = new SampleClient(server.port(), server.identity(), Samples.in(Set.of()));

            assertEquals(0, client.send(WarmUpSettings.defaults(), System.nanoTime() - 1));
        }
    }

    @Test
    void endsWithoutAComplaintWhenAnAnswerTakesTooLong() throws IOException {
        ServingIdentity identity = new SelfMadeCertificates(List.of(), Instant.now()).identity();
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            SampleClient client = new SampleClient(mute.getLocalPort(), identity, Samples.in(Set.of()));

            long soon = System.nanoTime() + Duration.ofMillis(200).toNanos();
            assertEquals(0, client.send(WarmUpSettings.defaults(), soon));
        }
    }

    @Test
    void hasSamplesForEveryNamespaceUpToABound() throws IOException {
        assertEquals(4, Samples.in(Set.of("a", "b")).size());
        assertEquals(2, Samples.in(Set.of()).size());
        Set<String> many = new TreeSet<>();
        for (int number = 0; number < 100; number++) {
            many.add("n" + number);
        }
        assertEquals(20, Samples.in(many).size());
        for (byte[] sample : Samples.in(Set.of("a"))) {
            assertEquals(
                    "a",
                    new JsonMapper().readTree(sample).at("/request/namespace").asText());
        }
    }

    @Test
    void leavesTheServerToStartWhateverHappens() throws IOException {
        PolicyStore store = new PolicyStore(Policies.load(Policies.labelling("one")), Instant.EPOCH);
        ServingIdentity identity = new SelfMadeCertificates(List.of(), Instant.now()).identity();
        ServingIdentity stranger = new SelfMadeCertificates(List.of(), Instant.now()).identity();
        ServingIdentity untrusted = new ServingIdentity(identity.chain(), identity.key(), stranger.authorities());

        assertDoesNotThrow(() -> WarmUp.run(WarmUpSettings.defaults(), store, untrusted));
    }

    @Test
    void isBoundedByDefault() {
        assertEquals(new WarmUpSettings(400, 2, Duration.ofSeconds(3)), WarmUpSettings.defaults());
    }
}
