package io.sparkusher.e2e.node;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * What the API server trusts.
 *
 * @param certificates those of a {@code caBundle}
 */
record Authorities(Set<Certificate> certificates) {
    /**
     * Reads a {@code caBundle}; there are none in an empty one.
     *
     * @param bundle PEM in Base64
     */
    static Authorities of(String bundle) {
        try {
            byte[] pem = Base64.getDecoder().decode(bundle);
            return new Authorities(new HashSet<>(
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem))));
        } catch (GeneralSecurityException exception) {
            throw new IllegalArgumentException("The caBundle is not a list of certificates", exception);
        }
    }

    /** A client's side of TLS that trusts these and no other. */
    SSLContext trusted() {
        try {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            for (Certificate certificate : certificates) {
                trusted.setCertificateEntry("authority-" + trusted.size(), certificate);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException exception) {
            throw new IllegalStateException("This JVM has no TLS", exception);
        }
    }
}
