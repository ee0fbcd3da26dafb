package io.sparkusher.certs;

import static io.sparkusher.certs.Samples.MONTH;
import static io.sparkusher.certs.Samples.NAMES;
import static io.sparkusher.certs.Samples.YEAR;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsHandshakeTest {
    // The JDK's TLS checks validity by the real clock.
    private final Instant now = Instant.now();
    private final CertificateAuthority old = CertificateAuthority.create("Spark Usher", now, YEAR);
    private final CertificateAuthority successor = CertificateAuthority.create("Spark Usher", now, YEAR);
    private final ServingCertificate serving = old.issue(NAMES, now, MONTH);
    private final String trustedOld = TrustBundle.EMPTY.with(old).pem();
    private final String trustedSuccessor = TrustBundle.EMPTY.with(successor).pem();
    private final String trustedBoth =
            TrustBundle.EMPTY.with(old).with(successor).pem();

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "spark-usher.spark.svc", "127.0.0.1", "::1", "[::1]"})
    void isTrustedUnderEachOfItsNames(String name) throws Exception {
        try (LoopbackTlsServer server = new LoopbackTlsServer(serving)) {
            assertTrue(server.greets(name, trustedOld));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"other.spark.svc", "127.0.0.2", "::2"})
    void isRefusedUnderAnotherName(String name) throws Exception {
        try (LoopbackTlsServer server = new LoopbackTlsServer(serving)) {
            String refusal = refusal(server, name, trustedOld);

            assertTrue(refusal.contains("No subject alternative"), refusal);
        }
    }

    @Test
    void isRefusedByWhoTrustsAnotherAuthorityOfTheSameName() throws Exception {
        try (LoopbackTlsServer server = new LoopbackTlsServer(serving)) {
            String refusal = refusal(server, "localhost", trustedSuccessor);

            assertTrue(refusal.contains("path"), refusal);
        }
    }

    @Test
    void isTrustedBeforeAndAfterTheChangeOfAuthorityByWhoTrustsBoth() throws Exception {
        for (CertificateAuthority authority : new CertificateAuthority[] {old, successor}) {
            try (LoopbackTlsServer server = new LoopbackTlsServer(authority.issue(NAMES, now, MONTH))) {
                assertTrue(server.greets("localhost", trustedBoth));
            }
        }
    }

    @Test
    void isTrustedWhenItsAuthorityWasStoredAndReadAgain() throws Exception {
        CertificateAuthority read = CertificateAuthority.fromPem(old.keyPem(), old.certificatePem());

        try (LoopbackTlsServer server = new LoopbackTlsServer(read.issue(NAMES, now, MONTH))) {
            assertTrue(server.greets("localhost", trustedOld));
        }
    }

    private static String refusal(LoopbackTlsServer server, String name, String trusted) {
        return String.valueOf(assertThrows(SSLHandshakeException.class, () -> server.greets(name, trusted))
                .getMessage());
    }
}
