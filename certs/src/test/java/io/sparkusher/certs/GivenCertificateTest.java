package io.sparkusher.certs;

import static io.sparkusher.certs.Samples.MONTH;
import static io.sparkusher.certs.Samples.NAMES;
import static io.sparkusher.certs.Samples.NOW;
import static io.sparkusher.certs.Samples.authority;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;

class GivenCertificateTest {
    private final CertificateAuthority authority = authority();
    private final ServingCertificate serving = authority.issue(NAMES, NOW, MONTH);

    @Test
    void readsAnEcKeyAsPkcs8() throws InvalidPemException {
        GivenCertificate read = GivenCertificate.read(serving.chainPem(), serving.keyPem(), NOW);

        assertEquals(serving.chainPem(), read.chainPem());
        assertEquals(serving.keyPem(), read.keyPem());
        assertEquals(serving.validity(), read.validity());
    }

    @Test
    void readsAnRsaKeyAsOpensslWritesIt() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        X500Name name = new X500Name("CN=given");
        String chain = pem(new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                name,
                                BigInteger.ONE,
                                Date.from(NOW),
                                Date.from(NOW.plus(MONTH)),
                                name,
                                pair.getPublic())
                        .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()))));
        String key = pem(pair.getPrivate());

        assertTrue(key.startsWith("-----BEGIN RSA PRIVATE KEY-----"), key);
        assertTrue(GivenCertificate.read(chain, key, NOW).keyPem().startsWith("-----BEGIN PRIVATE KEY-----"));
        assertThrows(InvalidPemException.class, () -> GivenCertificate.read(serving.chainPem(), key, NOW));
    }

    private static String pem(Object object) throws Exception {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        }
        return text.toString();
    }

    @Test
    void refusesTheKeyOfAnotherCertificate() {
        String other = authority.issue(NAMES, NOW, MONTH).keyPem();

        assertEquals(
                "The private key is not that of the certificate with subject \"\": give its own.",
                refusal(serving.chainPem(), other));
    }

    @Test
    void refusesWhatHasExpired() {
        InvalidPemException exception = assertThrows(
                InvalidPemException.class,
                () -> GivenCertificate.read(
                        serving.chainPem(), serving.keyPem(), NOW.plus(MONTH).plusSeconds(1)));

        assertEquals(
                "The certificate with subject \"\" expired at 2026-12-01T12:00:00Z: give one that is valid.",
                exception.getMessage());
    }

    @Test
    void refusesWhatHoldsNoKeyOrADamagedOne() {
        assertEquals(
                "There is no private key in the PEM: give the certificate's own.",
                refusal(serving.chainPem(), serving.chainPem()));
        assertEquals(
                "The PEM of the private key is damaged or cut off: write it anew from its source.",
                refusal(serving.chainPem(), serving.keyPem().substring(0, 60)));
    }

    private static String refusal(String chain, String key) {
        return String.valueOf(assertThrows(InvalidPemException.class, () -> GivenCertificate.read(chain, key, NOW))
                .getMessage());
    }

    @Test
    void isVouchedForByItsAuthorityAndByItself() {
        List<X509Certificate> chain = serving.chain();

        assertTrue(TrustBundle.EMPTY.with(authority()).with(authority).vouchesFor(chain));
        assertTrue(new TrustBundle(chain).vouchesFor(chain));
        assertFalse(TrustBundle.EMPTY.with(authority()).vouchesFor(chain));
    }
}
