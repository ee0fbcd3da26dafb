package io.sparkusher.certs;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a TLS server needs to prove its names to whoever trusts the authority. Immutable. */
public final class ServingCertificate {
    private static final String ALIAS = "serving";

    private final PrivateKey key;
    private final X509Certificate certificate;
    private final Set<SubjectAlternativeName> names;

    ServingCertificate(PrivateKey key, X509Certificate certificate, Set<SubjectAlternativeName> names) {
        this.key = key;
        this.certificate = certificate;
        this.names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
    }

    /** What clients may call the server, in the order in which it was asked for. */
    public Set<SubjectAlternativeName> names() {
        return names;
    }

    /** The server's own certificate. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** When clients accept it. */
    public Validity validity() {
        return Validity.of(certificate);
    }

    /** What the server sends: its own certificate first. The authority's is left out, as clients have it already. */
    public List<X509Certificate> chain() {
        return List.of(certificate);
    }

    /** The private key as unencrypted PKCS#8. */
    public String keyPem() {
        return Pem.write(key);
    }

    /** {@link #chain()} in one text. */
    public String chainPem() {
        return Pem.writeCertificates(chain());
    }

    /** A new key store in memory with this as its only entry, for a {@link javax.net.ssl.KeyManagerFactory}. */
    public KeyStore toKeyStore(char[] password) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, password);
            store.setKeyEntry(ALIAS, key, password, chain().toArray(Certificate[]::new));
            return store;
        } catch (GeneralSecurityException | IOException exception) {
            throw new IllegalStateException("This Java runtime cannot make a key store in memory", exception);
        }
    }
}
