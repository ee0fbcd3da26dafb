package io.sparkusher.certs;

import static io.sparkusher.certs.Samples.MONTH;
import static io.sparkusher.certs.Samples.NAMES;
import static io.sparkusher.certs.Samples.NOW;
import static io.sparkusher.certs.Samples.authority;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateAuthorityPemTest {
    private static final String UNSUPPORTED_KEY = "The private key is damaged, or not an EC key on P-256, P-384 or"
            + " P-521: other algorithms and curves are not supported.";

    private final CertificateAuthority authority = authority();
    private final String key = authority.keyPem();
    private final String certificate = authority.certificatePem();

    @Test
    void isTheSameAuthorityOnceStoredAndRead() throws Exception {
        CertificateAuthority read = CertificateAuthority.fromPem(key, certificate);

        assertEquals(authority.certificate(), read.certificate());
        assertEquals(key, read.keyPem());
        assertTrue(authority.signed(read.issue(NAMES, NOW, MONTH)));
    }

    @Test
    void readsKeyAndCertificateFromOneText() throws Exception {
        String both = "a comment\n" + certificate + key;

        assertEquals(
                authority.certificate(),
                CertificateAuthority.fromPem(both, both).certificate());
    }

    @Test
    void readsLinesThatEndAsOnWindows() throws Exception {
        assertEquals(
                authority.certificate(),
                CertificateAuthority.fromPem(key.replace("\n", "\r\n"), certificate.replace("\n", "\r\n"))
                        .certificate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"secp256r1", "secp384r1", "secp521r1"})
    void worksWithAnAuthorityOfAnotherMakeAndItsKeyIdentifier(String curve) throws Exception {
        ForeignAuthority foreign = ForeignAuthority.ofCurve(curve);

        CertificateAuthority read = CertificateAuthority.fromPem(foreign.keyPem(), foreign.certificatePem());
        ServingCertificate serving = read.issue(NAMES, NOW, MONTH);

        assertTrue(read.signed(serving));
        assertEquals(
                foreign.certificate().getSubjectX500Principal(),
                serving.certificate().getIssuerX500Principal());
        assertArrayEquals(ForeignAuthority.KEY_IDENTIFIER, authorityKeyIdentifier(serving));
    }

    @Test
    void computesTheKeyIdentifierOfAnAuthorityThatStatesNone() throws Exception {
        ForeignAuthority foreign = ForeignAuthority.withoutKeyIdentifier();

        CertificateAuthority read = CertificateAuthority.fromPem(foreign.keyPem(), foreign.certificatePem());

        assertArrayEquals(
                new JcaX509ExtensionUtils()
                        .createSubjectKeyIdentifier(foreign.keys().getPublic())
                        .getKeyIdentifier(),
                authorityKeyIdentifier(read.issue(NAMES, NOW, MONTH)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no PEM", "-----BEGIN", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"})
    void refusesATextWithoutWhatItIsFor(String text) {
        assertEquals(
                "There is no PEM block \"-----BEGIN CERTIFICATE-----\": give a text that holds one.",
                refusal(key, text));
        assertEquals(
                "There is no PEM block \"-----BEGIN PRIVATE KEY-----\": give a text that holds one.",
                refusal(text, certificate));
    }

    @Test
    void refusesATextThatIsDamagedOrCutOff() {
        String damaged =
                "The PEM is damaged or cut off: write it anew, each block from its BEGIN line to its END line.";

        assertEquals(damaged, refusal(key, certificate.substring(0, 200)));
        assertEquals(damaged, refusal(key, certificate.replace('M', '!')));
        assertEquals(damaged, refusal(key.substring(0, 60), certificate));
    }

    @Test
    void refusesACertificateBlockThatHoldsSomethingElse() {
        assertEquals(
                "A \"CERTIFICATE\" block of the PEM holds no X.509 certificate: write it anew from its source.",
                refusal(key, key.replace("PRIVATE KEY", "CERTIFICATE")));
    }

    @Test
    void refusesTheKeyOfAnotherAuthority() {
        assertEquals(
                "The private key is not that of the certificate with subject \"CN=Spark Usher\": give its own.",
                refusal(authority().keyPem(), certificate));
    }

    @Test
    void refusesACertificateThatIsNoAuthority() {
        ServingCertificate serving = authority.issue(NAMES, NOW, MONTH);

        assertEquals(
                "The certificate with subject \"\" may not sign others: give an authority's, which has basic constraint CA and key"
                        + " usage keyCertSign.",
                refusal(serving.keyPem(), serving.chainPem()));
    }

    @Test
    void refusesAnAuthorityThatMaySignNoCertificates() throws Exception {
        ForeignAuthority foreign = ForeignAuthority.thatMaySignNoCertificates();

        assertEquals(
                "The certificate with subject \"O=Elsewhere, CN=Foreign\" may not sign others: give an authority's, which"
                        + " has basic constraint CA and key usage keyCertSign.",
                refusal(foreign.keyPem(), foreign.certificatePem()));
    }

    @Test
    void refusesAKeyThatIsNotElliptic() throws Exception {
        ForeignAuthority foreign = ForeignAuthority.ofRsa();

        assertEquals(UNSUPPORTED_KEY, refusal(foreign.keyPem(), foreign.certificatePem()));
    }

    @Test
    void refusesAKeyOnACurveThatTlsClientsDoNotKnow() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", new BouncyCastleProvider());
        generator.initialize(new ECGenParameterSpec("secp256k1"));

        assertEquals(
                UNSUPPORTED_KEY, refusal(Pem.write(generator.generateKeyPair().getPrivate()), certificate));
    }

    @Test
    void refusesAKeyBlockThatHoldsSomethingElse() {
        assertEquals(UNSUPPORTED_KEY, refusal(certificate.replace("CERTIFICATE", "PRIVATE KEY"), certificate));
    }

    @Test
    void refusesAnEllipticKeyForACertificateOfAnotherAlgorithm() throws Exception {
        assertTrue(refusal(key, ForeignAuthority.ofRsa().certificatePem())
                .startsWith("The private key is not that of the certificate"));
    }

    @ParameterizedTest
    @CsvSource({"EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "RSA PRIVATE KEY"})
    void saysHowToConvertAKeyOfAnotherForm(String type) {
        assertEquals(
                "The key is in a \"" + type + "\" block, and must be in one of \"PRIVATE KEY\": convert it by"
                        + " `openssl pkcs8 -topk8 -nocrypt`.",
                refusal(key.replace("PRIVATE KEY", type), certificate));
    }

    @Test
    void refusesToChooseAmongSeveral() {
        assertEquals(
                "The PEM of the authority holds 2 certificates: leave the one that signs.",
                refusal(key, certificate + certificate));
        assertEquals(
                "The PEM holds 2 private keys: leave the one of the certificate.", refusal(key + key, certificate));
    }

    @Test
    void neverTellsAKey() {
        String secret = key.lines().skip(1).findFirst().orElseThrow();

        assertFalse(refusal(key + key, certificate).contains(secret));
        assertFalse(refusal(key.substring(0, 100), certificate).contains(secret));
    }

    private static byte[] authorityKeyIdentifier(ServingCertificate serving) throws Exception {
        return AuthorityKeyIdentifier.fromExtensions(
                        new JcaX509CertificateHolder(serving.certificate()).getExtensions())
                .getKeyIdentifierOctets();
    }

    private static String refusal(String keyPem, String certificatePem) {
        return String.valueOf(
                assertThrows(InvalidPemException.class, () -> CertificateAuthority.fromPem(keyPem, certificatePem))
                        .getMessage());
    }
}
