package io.sparkusher.e2e.certificates;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sparkusher.certs.CertificateAuthority;
import io.sparkusher.certs.Fingerprint;
import io.sparkusher.certs.ServingCertificate;
import io.sparkusher.e2e.Cluster;
import io.sparkusher.webhook.certificates.MountedCertificates;
import io.sparkusher.webhook.certificates.MountedSettings;
import io.sparkusher.webhook.certificates.SharedAuthoritySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replica serves the files of a mounted Secret, and webhook configurations of a real API server trust them. */
class MountedCertificatesIT {
    private final Cluster connection = Cluster.connect();
    private final AuthorityCluster cluster = new AuthorityCluster(connection.client());
    private final CertificateAuthority first = authority();
    private final CertificateAuthority second = authority();

    @TempDir
    private Path folder;

    @AfterEach
    void end() {
        cluster.close();
        connection.client().close();
    }

    private static CertificateAuthority authority() {
        return CertificateAuthority.create("Tests", Instant.now(), Duration.ofDays(1));
    }

    private static String name(CertificateAuthority authority) {
        return Fingerprint.of(authority.certificate()).sha256();
    }

    private ServingCertificate mount(CertificateAuthority authority) throws IOException {
        ServingCertificate serving = authority.issue(
                SharedAuthoritySettings.names(AuthorityCluster.NAMESPACE, "spark-usher"),
                Instant.now(),
                Duration.ofHours(1));
        Files.writeString(folder.resolve("tls.crt"), serving.chainPem());
        Files.writeString(folder.resolve("tls.key"), serving.keyPem());
        Files.writeString(folder.resolve("ca.crt"), authority.certificatePem());
        return serving;
    }

    private MountedCertificates start() throws Exception {
        MountedSettings settings =
                new MountedSettings(folder, AuthorityCluster.MARGIN, Duration.ofMillis(200), Duration.ofHours(1));
        return MountedCertificates.start(settings, Optional.of(cluster.configurations()), InstantSource.system());
    }

    private static void until(String what, Callable<Boolean> holds) {
        await(what).atMost(Cluster.TO_SETTLE).until(holds);
    }

    @Test
    void anotherAuthorityIsTrustedBeforeWhatItSignedIsServed() throws Exception {
        ServingCertificate old = mount(first);
        try (MountedCertificates certificates = start()) {
            until("it is trusted", () -> certificates.check().passed());
            assertTrue(cluster.trustsExactly(Set.of(name(first))));

            ServingCertificate next = mount(second);
            until("both are trusted", () -> cluster.trustsExactly(Set.of(name(first), name(second))));
            assertEquals(old.chainPem(), certificates.identity().chain());
            until("the next is served", () -> certificates.identity().chain().equals(next.chainPem()));
        }
    }
}
