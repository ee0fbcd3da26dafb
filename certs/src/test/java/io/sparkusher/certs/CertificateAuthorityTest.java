package io.sparkusher.certs;

import static io.sparkusher.certs.Samples.MONTH;
import static io.sparkusher.certs.Samples.NAMES;
import static io.sparkusher.certs.Samples.NOW;
import static io.sparkusher.certs.Samples.YEAR;
import static io.sparkusher.certs.Samples.authority;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateAuthorityTest {
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final String KEY_USAGE = "2.5.29.15";
    private static final String SUBJECT_ALTERNATIVE_NAME = "2.5.29.17";
    private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";

    private final CertificateAuthority authority = authority();
    private final X509Certificate root = authority.certificate();
    private final ServingCertificate serving = authority.issue(NAMES, NOW, MONTH);
    private final X509Certificate leaf = serving.certificate();

    @Test
    void signsItselfWithAP256Key() throws Exception {
        root.verify(root.getPublicKey());

        assertEquals("CN=Spark Usher", root.getSubjectX500Principal().getName());
        assertEquals(root.getSubjectX500Principal(), root.getIssuerX500Principal());
        assertEquals("SHA256withECDSA", root.getSigAlgName());
        assertEquals(256, curveSize(root));
    }

    @Test
    void maySignServersButNoFurtherAuthorities() {
        assertEquals(0, root.getBasicConstraints());
        assertEquals(Set.of(BASIC_CONSTRAINTS, KEY_USAGE), root.getCriticalExtensionOIDs());
        assertArrayEquals(keyUsage(5, 6), root.getKeyUsage());
    }

    @Test
    void isValidFromFiveMinutesAgoUntilItsLifetimeIsOver() {
        assertEquals(new Validity(NOW.minus(Validity.CLOCK_SKEW), NOW.plus(YEAR)), authority.validity());
    }

    @Test
    void issuesACertificateThatIsForServersOnly() throws Exception {
        leaf.verify(root.getPublicKey());

        assertEquals(root.getSubjectX500Principal(), leaf.getIssuerX500Principal());
        assertEquals(-1, leaf.getBasicConstraints());
        assertArrayEquals(keyUsage(0), leaf.getKeyUsage());
        assertEquals(List.of(SERVER_AUTHENTICATION), leaf.getExtendedKeyUsage());
        assertEquals(256, curveSize(leaf));
    }

    @Test
    void putsNamesAndAddressesWhereClientsLookForThem() throws Exception {
        assertEquals(
                List.of(
                        List.of(2, "localhost"),
                        List.of(2, "spark-usher.spark.svc"),
                        List.of(7, "127.0.0.1"),
                        List.of(7, "0:0:0:0:0:0:0:1")),
                List.copyOf(leaf.getSubjectAlternativeNames()));
        assertEquals("", leaf.getSubjectX500Principal().getName());
        assertTrue(leaf.getCriticalExtensionOIDs().contains(SUBJECT_ALTERNATIVE_NAME));
    }

    @Test
    void countsANameThatComesTwiceOnce() throws Exception {
        ServingCertificate twice = authority.issue(Samples.names("::1", "a", "A", "0::1"), NOW, MONTH);

        assertEquals(2, twice.certificate().getSubjectAlternativeNames().size());
        assertEquals(Samples.names("::1", "a"), List.copyOf(twice.names()));
    }

    @Test
    void leadsFromTheServingCertificateToItselfByKeyIdentifier() throws Exception {
        byte[] own = SubjectKeyIdentifier.fromExtensions(extensions(root)).getKeyIdentifier();
        byte[] servers = SubjectKeyIdentifier.fromExtensions(extensions(leaf)).getKeyIdentifier();

        assertArrayEquals(
                own, AuthorityKeyIdentifier.fromExtensions(extensions(leaf)).getKeyIdentifierOctets());
        assertFalse(Arrays.equals(own, servers));
    }

    @Test
    void givesEveryCertificateItsOwnKeyAndSerialOf128Bits() {
        X509Certificate another = authority.issue(NAMES, NOW, MONTH).certificate();

        assertNotEquals(leaf.getPublicKey(), another.getPublicKey());
        assertNotEquals(leaf.getSerialNumber(), another.getSerialNumber());
        for (X509Certificate certificate : List.of(root, leaf, another)) {
            assertEquals(1, certificate.getSerialNumber().signum());
            assertEquals(128, certificate.getSerialNumber().bitLength());
        }
    }

    @Test
    void issuesFromFiveMinutesAgoUntilTheLifetimeIsOver() {
        assertEquals(new Validity(NOW.minus(Validity.CLOCK_SKEW), NOW.plus(MONTH)), serving.validity());
    }

    @Test
    void issuesNothingThatOutlivesItself() {
        Instant late = NOW.plus(YEAR).minusSeconds(60);

        assertEquals(
                NOW.plus(YEAR), authority.issue(NAMES, late, MONTH).validity().notAfter());
    }

    @Test
    void recognisesOnlyWhatItSigned() {
        assertTrue(authority.signed(serving));
        assertFalse(authority.signed(authority().issue(NAMES, NOW, MONTH)));
    }

    @Test
    void refusesToIssueForNoName() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> authority.issue(List.of(), NOW, MONTH));

        assertEquals("A serving certificate needs at least one name or IP address.", refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 365 * 24 * 3600 + 1})
    void refusesToIssueWhenItIsNotValidItself(long seconds) {
        Instant time = NOW.plusSeconds(seconds);

        var refusal = assertThrows(IllegalStateException.class, () -> authority.issue(NAMES, time, MONTH));

        assertEquals(
                "The authority \"CN=Spark Usher\" cannot sign at " + time
                        + ": it is valid from 2026-11-01T11:55:00Z to 2027-11-01T12:00:00Z.",
                refusal.getMessage());
    }

    @Test
    void refusesANameThatIsBlankOrTooLong() {
        assertNotNull(CertificateAuthority.create("a".repeat(64), NOW, YEAR));
        for (String name : List.of("", " ", "a".repeat(65))) {
            assertThrows(IllegalArgumentException.class, () -> CertificateAuthority.create(name, NOW, YEAR));
        }
    }

    @Test
    void refusesALifetimeShorterThanTheClockSkew() {
        Duration lifetime = Duration.ofMinutes(4);

        assertThrows(IllegalArgumentException.class, () -> CertificateAuthority.create("a", NOW, lifetime));
        assertThrows(IllegalArgumentException.class, () -> authority.issue(NAMES, NOW, lifetime));
    }

    private static int curveSize(X509Certificate certificate) {
        return ((ECPublicKey) certificate.getPublicKey())
                .getParams()
                .getCurve()
                .getField()
                .getFieldSize();
    }

    private static boolean[] keyUsage(int... bits) {
        boolean[] usage = new boolean[9];
        for (int bit : bits) {
            usage[bit] = true;
        }
        return usage;
    }

    private static Extensions extensions(X509Certificate certificate) throws Exception {
        return new JcaX509CertificateHolder(certificate).getExtensions();
    }
}
