package io.sparkusher.webhook.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sparkusher.policies.LoadResult.Loaded;
import io.sparkusher.webhook.testing.HttpReply;
import io.sparkusher.webhook.testing.LoadClients;
import io.sparkusher.webhook.testing.Policies;
import io.sparkusher.webhook.testing.TestServer;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class SnapshotSwapTest {
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    @Test
    void neverReviewsWithAMixtureOfTwoSnapshots() throws Exception {
        Loaded one = Policies.load(Policies.labelling("one"));
        Loaded two = Policies.load(Policies.labelling("two"));
        try (TestServer server = TestServer.start();
                LoadClients clients = LoadClients.start(4, server::connect, this::check)) {
            for (int swap = 0; swap < 20; swap++) {
                server.policies().replace(swap % 2 == 0 ? two : one, Instant.EPOCH);
                clients.awaitAnswers(5);
            }
            clients.finish();

            assertEquals(21, server.policies().inForce().generation());
        }
        assertEquals(Set.of("one", "two"), seen);
    }

    private void check(HttpReply reply) {
        String patch = new String(
                Base64.getDecoder().decode(reply.json().at("/response/patch").asText()), UTF_8);
        boolean one = patch.contains("\"one\"");
        assertTrue(one != patch.contains("\"two\""), patch);
        seen.add(one ? "one" : "two");
    }
}
