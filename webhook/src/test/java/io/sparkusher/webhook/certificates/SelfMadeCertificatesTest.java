package io.sparkusher.webhook.certificates;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sparkusher.certs.SubjectAlternativeName;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelfMadeCertificatesTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    private final ServingIdentity identity = new SelfMadeCertificates(
                    List.of(
                            SubjectAlternativeName.parse("usher.example.com"),
                            SubjectAlternativeName.parse("10.1.2.3")),
                    NOW)
            .identity();

    @Test
    void isForThisHostAndForTheNamesThatWereAskedFor() throws GeneralSecurityException {
        List<String> names = certificate(identity.chain()).getSubjectAlternativeNames().stream()
                .map(name -> String.valueOf(name.get(1)))
                .toList();

        assertTrue(
                names.containsAll(
                        List.of("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", "usher.example.com", "10.1.2.3")),
                names::toString);
    }

    @Test
    void isSignedByTheAuthorityThatItNames() throws GeneralSecurityException {
        X509Certificate authority = certificate(identity.authorities());

        assertDoesNotThrow(() -> certificate(identity.chain()).verify(authority.getPublicKey()));
        assertEquals(
                NOW.plus(SelfMadeCertificates.LIFETIME), authority.getNotAfter().toInstant());
    }

    @Test
    void doesNotShowItsKeyByAccident() {
        assertFalse(identity.toString().contains("PRIVATE KEY"));
    }

    private static X509Certificate certificate(String pem) throws GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    }
}
