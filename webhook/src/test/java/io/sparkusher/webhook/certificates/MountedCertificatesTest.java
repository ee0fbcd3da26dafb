package io.sparkusher.webhook.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sparkusher.webhook.testing.Eventually;
import io.sparkusher.webhook.testing.Identities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MountedCertificatesTest {
    private final Identities identities = new Identities();
    private final ServingIdentity first = identities.next();

    @TempDir
    private Path folder;

    @BeforeEach
    void mountTheFirst() throws IOException {
        mount("first", first);
    }

    /** Exchanges a folder through a symbolic link, as the kubelet does. */
    private void mount(String name, ServingIdentity identity) throws IOException {
        Path data = Files.createDirectory(folder.resolve(".." + name));
        Files.writeString(data.resolve("tls.crt"), identity.chain());
        Files.writeString(data.resolve("tls.key"), identity.key());
        Files.writeString(data.resolve("ca.crt"), identity.authorities());
        Path link = Files.createSymbolicLink(folder.resolve("..next"), data.getFileName());
        Files.move(link, folder.resolve("..data"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        for (String file : new String[] {"tls.crt", "tls.key", "ca.crt"}) {
            if (Files.notExists(folder.resolve(file))) {
                Files.createSymbolicLink(folder.resolve(file), Path.of("..data", file));
            }
        }
    }

    private MountedCertificates start() throws Exception {
        return MountedCertificates.start(MountedSettings.of(folder), Optional.empty(), InstantSource.system());
    }

    @Test
    void servesTheFilesAndWhatFollowsThem() throws Exception {
        ServingIdentity second = identities.next();
        try (MountedCertificates certificates = start()) {
            ServingIdentity known = certificates.identity();
            assertEquals(first.chain(), known.chain());
            assertTrue(certificates.check().passed());
            CurrentIdentity told = new CurrentIdentity(known);
            certificates.onChange(known, told::set);

            mount("second", second);

            Eventually.holds("the second is told", () -> told.get().chain().equals(second.chain()));
            assertEquals(second.key(), certificates.identity().key());
        }
    }

    @Test
    void keepsWhatItServesWhileTheKeyIsAnothers() throws Exception {
        ServingIdentity other = identities.next();
        ServingIdentity good = identities.next();
        try (MountedCertificates certificates = start()) {
            mount("mixed", new ServingIdentity(good.chain(), other.key(), good.authorities()));
            assertThrows(
                    UnusableCertificateException.class,
                    () -> new MountedFiles(folder).read(InstantSource.system().instant()));
            mount("good", good);

            Eventually.holds(
                    "the good one is served",
                    () -> !certificates.identity().chain().equals(first.chain()));
            assertEquals(good.key(), certificates.identity().key());
        }
    }

    @Test
    void saysWhichFileIsMissing() throws Exception {
        Files.delete(folder.resolve("tls.key"));

        Exception exception = assertThrows(UnusableCertificateException.class, this::start);

        assertEquals(
                "There is no file %s: put the certificate's there.".formatted(folder.resolve("tls.key")),
                exception.getMessage());
    }

    @Test
    void trustsTheCertificateItselfWhereNoAuthorityIsGiven() throws Exception {
        Files.delete(folder.resolve("ca.crt"));

        try (MountedCertificates certificates = start()) {
            assertEquals(first.chain(), certificates.identity().authorities());
            assertEquals(Optional.empty(), certificates.expiry().authority());
        }
    }

    @Test
    void tellsWhenCertificatesExpire() throws Exception {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (MountedCertificates certificates = start()) {
            CertificateMetrics.register(registry, certificates);

            assertEquals(Identities.certificate(first).getNotAfter().toInstant().getEpochSecond(), (long)
                    expiry(registry, "serving"));
            assertEquals(identities.authority().validity().notAfter().getEpochSecond(), (long)
                    expiry(registry, "authority"));
        }
    }

    private static double expiry(SimpleMeterRegistry registry, String certificate) {
        return registry.get("spark_usher_certificate_expiry_timestamp_seconds")
                .tag("certificate", certificate)
                .gauge()
                .value();
    }
}
