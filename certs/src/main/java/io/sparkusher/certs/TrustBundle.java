package io.sparkusher.certs;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The authorities that clients trust, each once: two while an old one is being replaced. Immutable.
 *
 * @param certificates in the order in which they came
 */
public record TrustBundle(List<X509Certificate> certificates) {
    /** Trusts nobody. */
    public static final TrustBundle EMPTY = new TrustBundle(List.of());

    public TrustBundle {
        certificates = certificates.stream().distinct().toList();
    }

    /**
     * Reads what {@link #pem()} wrote, or what another program did.
     *
     * @throws InvalidPemException if the text is damaged, or holds no certificate
     */
    public static TrustBundle fromPem(String text) throws InvalidPemException {
        return new TrustBundle(Pem.readCertificates(text));
    }

    /** This and, last unless it is there already, one more authority. */
    public TrustBundle with(CertificateAuthority authority) {
        return new TrustBundle(Stream.concat(certificates.stream(), Stream.of(authority.certificate()))
                .toList());
    }

    /** Without the authority. */
    public TrustBundle without(CertificateAuthority authority) {
        return filter(certificate -> !certificate.equals(authority.certificate()));
    }

    /** This and, last, those of the other that are not there already. */
    public TrustBundle union(TrustBundle other) {
        return new TrustBundle(Stream.concat(certificates.stream(), other.certificates.stream())
                .toList());
    }

    /** Without those of the other. */
    public TrustBundle without(TrustBundle other) {
        return filter(certificate -> !other.certificates.contains(certificate));
    }

    /** Those alone that pass. */
    public TrustBundle filter(Predicate<X509Certificate> test) {
        return new TrustBundle(certificates.stream().filter(test).toList());
    }

    /** Whether it trusts all that the other does. */
    public boolean covers(TrustBundle other) {
        return certificates.containsAll(other.certificates);
    }

    /**
     * Whether it trusts who shows this chain: it holds a certificate of the chain, or one that signed the chain's last.
     * Names and times are not looked at.
     *
     * @param chain the server's own certificate first; not empty
     */
    public boolean vouchesFor(List<X509Certificate> chain) {
        X509Certificate last = chain.get(chain.size() - 1);
        return certificates.stream().anyMatch(trusted -> chain.contains(trusted) || signed(trusted, last));
    }

    private static boolean signed(X509Certificate authority, X509Certificate certificate) {
        try {
            certificate.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException exception) {
            return false;
        }
    }

    /** Without those whose time is over. One whose time has not come stays: clocks differ. */
    public TrustBundle withoutExpired(Instant now) {
        return filter(certificate -> !Validity.of(certificate).isOverAt(now));
    }

    /**
     * All certificates as one text, such as the {@code caBundle} of a webhook configuration. Never publish that of an
     * empty bundle: Kubernetes takes an empty {@code caBundle} for the authorities of its own system.
     */
    public String pem() {
        return Pem.writeCertificates(certificates);
    }
}
