package io.sparkusher.certs;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** A key and its certificate that sign the certificates of servers. Immutable; its key leaves it as PEM only. */
public final class CertificateAuthority {
    private static final int MAX_COMMON_NAME = 64;
    private static final int KEY_CERT_SIGN = 5;

    private final PrivateKey key;
    private final X509Certificate certificate;

    private CertificateAuthority(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /**
     * Makes a new key and certifies it by itself, from {@link Validity#CLOCK_SKEW} before {@code now}. Authorities of
     * one name are told apart by their keys, so old and new may share it.
     *
     * @param commonName for people to read, 1 to 64 characters
     * @throws IllegalArgumentException if the name or the lifetime is too short or too long
     */
    public static CertificateAuthority create(String commonName, Instant now, Duration lifetime) {
        if (commonName.isBlank() || commonName.length() > MAX_COMMON_NAME) {
            throw new IllegalArgumentException("\"%s\" cannot name an authority: write 1 to %d characters."
                    .formatted(commonName, MAX_COMMON_NAME));
        }
        X500Name name = new X500NameBuilder().addRDN(BCStyle.CN, commonName).build();
        KeyPair pair = EllipticCurveKeys.generateKeyPair();
        X509Certificate certificate = new CertificateSigner(pair.getPrivate(), name)
                .signItself(pair.getPublic(), Validity.starting(now, lifetime));
        return new CertificateAuthority(pair.getPrivate(), certificate);
    }

    /**
     * Reads what {@link #keyPem()} and {@link #certificatePem()} wrote, or what another program did. An authority of
     * which the time is over can be read: {@link Renewal} says that it has to be replaced.
     *
     * @throws InvalidPemException if either text is no PEM, the key is not that of the certificate or not an
     *     unencrypted EC key, or the certificate is not an authority's
     */
    public static CertificateAuthority fromPem(String keyPem, String certificatePem) throws InvalidPemException {
        List<X509Certificate> certificates = Pem.readCertificates(certificatePem);
        if (certificates.size() > 1) {
            throw new InvalidPemException("The PEM of the authority holds %d certificates: leave the one that signs."
                    .formatted(certificates.size()));
        }
        X509Certificate certificate = certificates.get(0);
        requireAuthority(certificate);
        PrivateKey key = Pem.readKey(keyPem);
        if (!EllipticCurveKeys.match(key, certificate.getPublicKey())) {
            throw new InvalidPemException(
                    "The private key is not that of the certificate with subject \"%s\": give its own."
                            .formatted(certificate.getSubjectX500Principal()));
        }
        return new CertificateAuthority(key, certificate);
    }

    private static void requireAuthority(X509Certificate certificate) throws InvalidPemException {
        boolean[] usage = certificate.getKeyUsage();
        if (certificate.getBasicConstraints() < 0 || (usage != null && !usage[KEY_CERT_SIGN])) {
            throw new InvalidPemException(
                    ("The certificate with subject \"%s\" may not sign others: give an authority's, which has basic constraint"
                                    + " CA and key usage keyCertSign.")
                            .formatted(certificate.getSubjectX500Principal()));
        }
    }

    /**
     * Makes a new key and certifies it for those names, from {@link Validity#CLOCK_SKEW} before {@code now} until the
     * lifetime is over, or the authority's own.
     *
     * @param names at least one; one that comes twice counts once
     * @throws IllegalArgumentException if there is no name, or the lifetime is shorter than {@link Validity#CLOCK_SKEW}
     * @throws IllegalStateException if the authority is not valid now: ask {@link Renewal} first
     */
    public ServingCertificate issue(
            Collection<? extends SubjectAlternativeName> names, Instant now, Duration lifetime) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("A serving certificate needs at least one name or IP address.");
        }
        if (!validity().includes(now)) {
            throw new IllegalStateException("The authority \"%s\" cannot sign at %s: it is valid from %s to %s."
                    .formatted(
                            certificate.getSubjectX500Principal(),
                            now,
                            validity().notBefore(),
                            validity().notAfter()));
        }
        Set<SubjectAlternativeName> distinct = new LinkedHashSet<>(names);
        Validity validity = Validity.starting(now, lifetime).endingBy(validity().notAfter());
        KeyPair pair = EllipticCurveKeys.generateKeyPair();
        return new ServingCertificate(
                pair.getPrivate(), signer().signServing(pair.getPublic(), distinct, validity, certificate), distinct);
    }

    private CertificateSigner signer() {
        return new CertificateSigner(
                key, X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()));
    }

    /** Whether it was this authority's key that signed the certificate. */
    public boolean signed(ServingCertificate serving) {
        try {
            serving.certificate().verify(certificate.getPublicKey());
            return true;
        } catch (GeneralSecurityException exception) {
            return false;
        }
    }

    /** What clients have to trust. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** When it can sign, and what it signed is trusted. */
    public Validity validity() {
        return Validity.of(certificate);
    }

    /** The private key as unencrypted PKCS#8: whoever has it can pose as every server of this authority. */
    public String keyPem() {
        return Pem.write(key);
    }

    /** The certificate alone. */
    public String certificatePem() {
        return Pem.writeCertificates(List.of(certificate));
    }
}
