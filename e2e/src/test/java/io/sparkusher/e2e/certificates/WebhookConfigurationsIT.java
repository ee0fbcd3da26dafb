package io.sparkusher.e2e.certificates;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sparkusher.certs.CertificateAuthority;
import io.sparkusher.certs.Fingerprint;
import io.sparkusher.certs.TrustBundle;
import io.sparkusher.e2e.Cluster;
import io.sparkusher.webhook.trust.Healing;
import io.sparkusher.webhook.trust.ReadConfigurations;
import io.sparkusher.webhook.trust.WebhookConfigurations;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Webhook configurations of a real API server are made to trust an authority, with a replica's permissions. */
class WebhookConfigurationsIT {
    private final Cluster connection = Cluster.connect();
    private final AuthorityCluster cluster = new AuthorityCluster(connection.client());
    private final WebhookConfigurations configurations = cluster.configurations();
    private final CertificateAuthority authority =
            CertificateAuthority.create("Tests", Instant.now(), Duration.ofDays(1));
    private final Healing healing = Healing.exactly(TrustBundle.EMPTY.with(authority));

    @AfterEach
    void end() {
        cluster.close();
        connection.client().close();
    }

    @Test
    void areHealedOnceAndThenLeftAlone() {
        assertTrue(configurations.heal(configurations.read(), healing));

        assertTrue(cluster.trustsExactly(
                Set.of(Fingerprint.of(authority.certificate()).sha256())));
        assertTrue(configurations.read().allTrust(authority.certificate()));
        assertFalse(configurations.heal(configurations.read(), healing));
    }

    @Test
    void areNotHealedByWhatWasReadBeforeSomebodyChangedThem() {
        ReadConfigurations before = configurations.read();
        cluster.mutatingConfiguration().edit(configuration -> {
            configuration.getMetadata().setLabels(Map.of("changed", "meanwhile"));
            return configuration;
        });

        assertTrue(configurations.heal(before, healing));

        assertNull(cluster.mutatingConfiguration()
                .get()
                .getWebhooks()
                .get(0)
                .getClientConfig()
                .getCaBundle());
        assertTrue(configurations.heal(configurations.read(), healing));
        assertTrue(configurations.read().allTrust(authority.certificate()));
        assertEquals(
                Map.of("changed", "meanwhile"),
                cluster.mutatingConfiguration().get().getMetadata().getLabels());
    }

    @Test
    void areNotMissedWhileTheyAreNotThere() {
        cluster.mutatingConfiguration().delete();
        cluster.validatingConfiguration().delete();

        assertTrue(configurations.read().isEmpty());
        assertFalse(configurations.heal(configurations.read(), healing));
    }

    @Test
    void endWithTheNamespace() {
        configurations.heal(configurations.read(), healing);

        cluster.removeNamespace();

        await("the end of the configurations")
                .atMost(Cluster.TO_SETTLE)
                .until(() -> cluster.mutatingConfiguration().get() == null
                        && cluster.validatingConfiguration().get() == null);
    }
}
