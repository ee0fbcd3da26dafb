package io.sparkusher.certs;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Date;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Fills in and signs the two kinds of certificate, with one authority's key. */
final class CertificateSigner {
    private static final boolean CRITICAL = true;
    private static final X500Name NO_SUBJECT = new X500Name(new RDN[0]);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SERIAL_BITS = 128;

    private final PrivateKey key;
    private final X500Name issuer;

    CertificateSigner(PrivateKey key, X500Name issuer) {
        this.key = key;
        this.issuer = issuer;
    }

    /** A certificate of the signer itself, which may issue to servers but not to further authorities. */
    X509Certificate signItself(PublicKey publicKey, Validity validity) {
        return sign(issuer, publicKey, validity, certificate -> {
            certificate.addExtension(Extension.basicConstraints, CRITICAL, new BasicConstraints(0));
            certificate.addExtension(
                    Extension.keyUsage, CRITICAL, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        });
    }

    /** A certificate of a server, which has no subject but its names. */
    X509Certificate signServing(
            PublicKey publicKey,
            Collection<SubjectAlternativeName> names,
            Validity validity,
            X509Certificate authority) {
        return sign(NO_SUBJECT, publicKey, validity, certificate -> {
            certificate.addExtension(Extension.basicConstraints, CRITICAL, new BasicConstraints(false));
            certificate.addExtension(Extension.keyUsage, CRITICAL, new KeyUsage(KeyUsage.digitalSignature));
            certificate.addExtension(
                    Extension.extendedKeyUsage, !CRITICAL, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            // RFC 5280: critical where the subject is empty.
            certificate.addExtension(Extension.subjectAlternativeName, CRITICAL, generalNames(names));
            certificate.addExtension(
                    Extension.authorityKeyIdentifier,
                    !CRITICAL,
                    new AuthorityKeyIdentifier(keyIdentifierOf(authority)));
        });
    }

    private X509Certificate sign(X500Name subject, PublicKey publicKey, Validity validity, Extensions extensions) {
        try {
            X509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                    issuer,
                    newSerial(),
                    Date.from(validity.notBefore()),
                    Date.from(validity.notAfter()),
                    subject,
                    publicKey);
            certificate.addExtension(Extension.subjectKeyIdentifier, !CRITICAL, newKeyIdentifier(publicKey));
            extensions.addTo(certificate);
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            certificate.build(new JcaContentSignerBuilder(EllipticCurveKeys.SIGNATURE).build(key)));
        } catch (OperatorCreationException | GeneralSecurityException | IOException exception) {
            throw new IllegalStateException("This Java runtime cannot sign certificates with an EC key", exception);
        }
    }

    // Read rather than computed: an authority made elsewhere may have computed its own in another way.
    private static byte[] keyIdentifierOf(X509Certificate authority) throws GeneralSecurityException {
        SubjectKeyIdentifier stated =
                SubjectKeyIdentifier.fromExtensions(new JcaX509CertificateHolder(authority).getExtensions());
        return stated == null
                ? newKeyIdentifier(authority.getPublicKey()).getKeyIdentifier()
                : stated.getKeyIdentifier();
    }

    private static SubjectKeyIdentifier newKeyIdentifier(PublicKey publicKey) throws GeneralSecurityException {
        return new JcaX509ExtensionUtils().createSubjectKeyIdentifier(publicKey);
    }

    private static GeneralNames generalNames(Collection<SubjectAlternativeName> names) {
        return new GeneralNames(names.stream()
                .map(name -> new GeneralName(name.tag(), name.text()))
                .toArray(GeneralName[]::new));
    }

    // The highest bit is set, so that a serial is never zero and all are of one length.
    private static BigInteger newSerial() {
        return new BigInteger(SERIAL_BITS - 1, RANDOM).setBit(SERIAL_BITS - 1);
    }

    @FunctionalInterface
    private interface Extensions {
        void addTo(X509v3CertificateBuilder certificate) throws GeneralSecurityException, IOException;
    }
}
