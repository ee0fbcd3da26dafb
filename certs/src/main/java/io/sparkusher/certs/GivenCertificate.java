package io.sparkusher.certs;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/** A server's certificate and key that another program made. Immutable. */
public final class GivenCertificate {
    private final List<X509Certificate> chain;
    private final PrivateKey key;

    private GivenCertificate(List<X509Certificate> chain, PrivateKey key) {
        this.chain = chain;
        this.key = key;
    }

    /**
     * Reads what can be served at that time.
     *
     * @param chainPem the server's own certificate first, then those of authorities in between, if there are any
     * @param keyPem unencrypted, as PKCS#8, or as OpenSSL writes RSA and EC keys
     * @throws InvalidPemException if either is damaged, the key is another certificate's, or the certificate's time is
     *     over
     */
    public static GivenCertificate read(String chainPem, String keyPem, Instant now) throws InvalidPemException {
        List<X509Certificate> chain = Pem.readCertificates(chainPem);
        PrivateKey key = GivenKey.read(keyPem);
        X509Certificate own = chain.get(0);
        if (!GivenKey.fits(key, own.getPublicKey())) {
            throw new InvalidPemException(
                    "The private key is not that of the certificate with subject \"%s\": give its own."
                            .formatted(own.getSubjectX500Principal()));
        }
        Validity validity = Validity.of(own);
        if (validity.isOverAt(now)) {
            throw new InvalidPemException("The certificate with subject \"%s\" expired at %s: give one that is valid."
                    .formatted(own.getSubjectX500Principal(), validity.notAfter()));
        }
        return new GivenCertificate(chain, key);
    }

    /** The server's own certificate first. */
    public List<X509Certificate> chain() {
        return chain;
    }

    /** The server's own. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** When clients accept it. */
    public Validity validity() {
        return Validity.of(certificate());
    }

    /** {@link #chain()} in one text. */
    public String chainPem() {
        return Pem.writeCertificates(chain);
    }

    /** The private key as unencrypted PKCS#8. */
    public String keyPem() {
        return Pem.write(key);
    }
}
