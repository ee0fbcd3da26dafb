package io.sparkusher.certs;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/**
 * What a certificate is called by where the certificate itself would be too long.
 *
 * @param sha256 of its DER encoding, in lower-case hexadecimal digits
 */
public record Fingerprint(String sha256) {
    /** The certificate's. */
    public static Fingerprint of(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return new Fingerprint(HexFormat.of().formatHex(digest));
        } catch (CertificateEncodingException exception) {
            throw new IllegalStateException("A certificate that was made or read has an encoding", exception);
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException("Every Java runtime has SHA-256", exception);
        }
    }

    @Override
    public String toString() {
        return sha256;
    }
}
