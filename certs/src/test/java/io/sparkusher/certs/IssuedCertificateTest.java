package io.sparkusher.certs;

import static io.sparkusher.certs.Samples.MONTH;
import static io.sparkusher.certs.Samples.NAMES;
import static io.sparkusher.certs.Samples.NOW;
import static io.sparkusher.certs.Samples.authority;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IssuedCertificateTest {
    private static final boolean TRUSTED = true;

    private final CertificateAuthority authority = authority();
    private final CertificateAuthority successor = authority();
    private final IssuedCertificate issued = new IssuedCertificate(authority, authority.issue(NAMES, NOW, MONTH));
    private final Instant due = issued.serving().validity().renewalTime();
    private final Instant over = issued.serving().validity().notAfter().plusSeconds(1);

    @Test
    void isServedOnUntilItIsDueWhoeverTrustsItsAuthority() {
        assertEquals(Optional.empty(), issued.staleness(authority, !TRUSTED, NOW));
        assertEquals(Optional.empty(), issued.staleness(authority, TRUSTED, NOW));
        assertTrue(issued.staleness(authority, !TRUSTED, due).isPresent());
    }

    @Test
    void isServedOnWhileASuccessorIsNotYetTrusted() {
        assertEquals(Optional.empty(), issued.staleness(successor, !TRUSTED, NOW));
        assertEquals(Optional.empty(), issued.staleness(successor, !TRUSTED, due));
        assertTrue(issued.staleness(successor, TRUSTED, NOW).isPresent());
    }

    @Test
    void isReplacedByWhateverThereIsWhenItsOwnTimeIsOver() {
        assertTrue(issued.staleness(successor, !TRUSTED, over).isPresent());
    }
}
