package io.sparkusher.e2e.live;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sparkusher.e2e.Cluster;
import io.sparkusher.e2e.Replicas;
import io.sparkusher.e2e.Settings;
import io.sparkusher.e2e.StoredPolicies;
import io.sparkusher.e2e.UsherServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What reviews go by while the API server cannot be reached, and after it is back. */
class ApiServerOutageIT {
    private static final Duration OUTAGE = Duration.ofSeconds(10);
    // A watch that has failed for ten seconds is tried again every three.
    private static final Duration TO_RESUME = Duration.ofSeconds(5);

    @Test
    void reviewsGoOnByWhatWasKnownAndChangesAreTakenUpAfterwards() throws Exception {
        Settings settings = Settings.ofTheBuild();
        String review = Files.readString(settings.reviews().resolve("spark-4.1.1-executor.json"));
        Cluster cluster = Cluster.connect();
        URI apiServer = cluster.client().getMasterUrl().toURI();
        try (StoredPolicies policies = StoredPolicies.prepare(cluster.client(), settings);
                CuttableWire wire = new CuttableWire(new InetSocketAddress(apiServer.getHost(), apiServer.getPort()));
                UsherServer server =
                        UsherServer.startInCluster(settings, "outage", kubeconfig(settings, apiServer, wire.port()))) {
            policies.apply(StoredPolicies.labelling("labels", "before"));
            server.awaitReady();
            await("the policy")
                    .atMost(TO_RESUME)
                    .until(() -> patch(server, review).contains("\"before\""));

            wire.cut();
            policies.apply(StoredPolicies.labelling("labels", "after"));
            await("ten seconds without an API server")
                    .during(OUTAGE)
                    .atMost(OUTAGE.plusSeconds(5))
                    .until(() -> patch(server, review).contains("\"before\""));
            assertTrue(server.metric("spark_usher_snapshot_age_seconds") >= OUTAGE.toSeconds());
            assertEquals(200, server.get("/readyz").statusCode());

            wire.mend();
            await("what changed meanwhile")
                    .atMost(TO_RESUME)
                    .until(() -> patch(server, review).contains("\"after\""));
            await("an age without the outage")
                    .atMost(TO_RESUME)
                    .until(() -> server.metric("spark_usher_snapshot_age_seconds") < OUTAGE.toSeconds());
        } finally {
            cluster.client().close();
        }
    }

    private static String patch(UsherServer server, String review) throws Exception {
        return Replicas.patch(Replicas.answer(server, review, StoredPolicies.NAMESPACE));
    }

    /** The tests' own, with the wire instead of the API server. */
    private static Path kubeconfig(Settings settings, URI apiServer, int port) throws Exception {
        String original = Files.readString(Path.of(System.getenv("KUBECONFIG")));
        String address = "https://%s:%d".formatted(apiServer.getHost(), apiServer.getPort());
        assertTrue(original.contains(address), address);
        Path file = settings.evidence().resolve("outage.kubeconfig");
        Files.writeString(file, original.replace(address, "https://127.0.0.1:" + port));
        return file;
    }
}
