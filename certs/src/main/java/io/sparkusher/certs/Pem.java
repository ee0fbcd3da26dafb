package io.sparkusher.certs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/** Keys and certificates as PEM: certificates as RFC 7468 has them, keys as unencrypted PKCS#8. */
final class Pem {
    private static final String CERTIFICATE = "CERTIFICATE";
    private static final String KEY = "PRIVATE KEY";

    private Pem() {}

    static String write(PrivateKey key) {
        return write(List.of(new PemObject(KEY, key.getEncoded())));
    }

    static String writeCertificates(List<X509Certificate> certificates) {
        return write(certificates.stream().map(Pem::block).toList());
    }

    /** All the certificates in the text, in their order: at least one. Blocks of another type are passed over. */
    static List<X509Certificate> readCertificates(String text) throws InvalidPemException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (PemObject block : readBlocks(text)) {
            if (block.getType().equals(CERTIFICATE)) {
                certificates.add(certificate(block.getContent()));
            }
        }
        if (certificates.isEmpty()) {
            throw missing(CERTIFICATE);
        }
        return List.copyOf(certificates);
    }

    /** The only private key in the text. Blocks of another type are passed over. */
    static PrivateKey readKey(String text) throws InvalidPemException {
        List<PemObject> keys = readBlocks(text).stream()
                .filter(block -> block.getType().endsWith(KEY))
                .toList();
        if (keys.isEmpty()) {
            throw missing(KEY);
        }
        if (keys.size() > 1) {
            throw new InvalidPemException(
                    "The PEM holds %d private keys: leave the one of the certificate.".formatted(keys.size()));
        }
        return key(keys.get(0));
    }

    private static PrivateKey key(PemObject block) throws InvalidPemException {
        if (!block.getType().equals(KEY)) {
            throw new InvalidPemException(("The key is in a \"%s\" block, and must be in one of \"%s\": convert it by"
                            + " `openssl pkcs8 -topk8 -nocrypt`.")
                    .formatted(block.getType(), KEY));
        }
        return EllipticCurveKeys.readPrivateKey(block.getContent());
    }

    private static X509Certificate certificate(byte[] encoded) throws InvalidPemException {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
        } catch (CertificateException exception) {
            throw new InvalidPemException(
                    "A \"CERTIFICATE\" block of the PEM holds no X.509 certificate: write it anew from its source.",
                    exception);
        }
    }

    private static List<PemObject> readBlocks(String text) throws InvalidPemException {
        List<PemObject> blocks = new ArrayList<>();
        try (PemReader reader = new PemReader(new StringReader(text))) {
            for (PemObject block = reader.readPemObject(); block != null; block = reader.readPemObject()) {
                blocks.add(block);
            }
        } catch (IOException exception) {
            throw new InvalidPemException(
                    "The PEM is damaged or cut off: write it anew, each block from its BEGIN line to its END line.",
                    exception);
        }
        return blocks;
    }

    private static InvalidPemException missing(String type) {
        return new InvalidPemException(
                "There is no PEM block \"-----BEGIN %s-----\": give a text that holds one.".formatted(type));
    }

    private static PemObject block(X509Certificate certificate) {
        try {
            return new PemObject(CERTIFICATE, certificate.getEncoded());
        } catch (CertificateEncodingException exception) {
            throw new IllegalStateException("A certificate that was made or read has an encoding", exception);
        }
    }

    private static String write(List<PemObject> blocks) {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            for (PemObject block : blocks) {
                writer.writeObject(block);
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return text.toString();
    }
}
