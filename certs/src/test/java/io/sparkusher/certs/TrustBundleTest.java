package io.sparkusher.certs;

import static io.sparkusher.certs.Samples.MONTH;
import static io.sparkusher.certs.Samples.NOW;
import static io.sparkusher.certs.Samples.YEAR;
import static io.sparkusher.certs.Samples.authority;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrustBundleTest {
    private final CertificateAuthority old = CertificateAuthority.create("Spark Usher", NOW, MONTH);
    private final CertificateAuthority present = authority();
    private final TrustBundle both = TrustBundle.EMPTY.with(old).with(present);

    @Test
    void keepsTheOrderInWhichAuthoritiesCame() {
        assertEquals(List.of(old.certificate(), present.certificate()), both.certificates());
    }

    @Test
    void countsAnAuthorityOnceAndLeavesItInItsPlace() {
        assertEquals(both, both.with(old));
        assertEquals(both, new TrustBundle(List.of(old.certificate(), present.certificate(), old.certificate())));
    }

    @Test
    void leavesOutTheAuthorityThatNobodyUsesAnyMore() {
        assertEquals(TrustBundle.EMPTY.with(present), both.without(old));
        assertEquals(both, both.without(authority()));
    }

    @Test
    void dropsAnAuthorityOnceItHasExpired() {
        assertEquals(both, both.withoutExpired(NOW.plus(MONTH)));
        assertEquals(
                TrustBundle.EMPTY.with(present),
                both.withoutExpired(NOW.plus(MONTH).plusSeconds(1)));
        assertEquals(TrustBundle.EMPTY, both.withoutExpired(NOW.plus(YEAR).plusSeconds(1)));
    }

    @Test
    void keepsAnAuthorityThatIsNotYetValidAsClocksDiffer() {
        assertEquals(both, both.withoutExpired(NOW.minus(YEAR)));
    }

    @Test
    void writesOneTextOfAllCertificatesAndReadsItAgain() throws Exception {
        assertEquals(old.certificatePem() + present.certificatePem(), both.pem());
        assertEquals(both, TrustBundle.fromPem(both.pem()));
        assertEquals("", TrustBundle.EMPTY.pem());
    }

    @Test
    void refusesATextWithoutCertificates() {
        assertThrows(InvalidPemException.class, () -> TrustBundle.fromPem(""));
        assertThrows(InvalidPemException.class, () -> TrustBundle.fromPem(old.keyPem()));
    }
}
