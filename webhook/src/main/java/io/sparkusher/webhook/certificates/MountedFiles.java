package io.sparkusher.webhook.certificates;

import io.sparkusher.certs.GivenCertificate;
import io.sparkusher.certs.InvalidPemException;
import io.sparkusher.certs.TrustBundle;
import io.sparkusher.webhook.files.FileDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A folder with the entries of a Secret of type {@code kubernetes.io/tls}: {@code tls.crt}, {@code tls.key}, and
 * {@code ca.crt} where the authority is known.
 */
record MountedFiles(Path folder) {
    /**
     * What the folder held.
     *
     * @param authorities empty where there is no {@code ca.crt}
     */
    record Content(GivenCertificate certificate, TrustBundle authorities) {
        ServingIdentity identity() {
            // Without an authority a client can trust the certificate itself.
            String trusted = authorities.certificates().isEmpty() ? certificate.chainPem() : authorities.pem();
            return new ServingIdentity(certificate.chainPem(), certificate.keyPem(), trusted);
        }
    }

    private Path chain() {
        return folder.resolve("tls.crt");
    }

    private Path key() {
        return folder.resolve("tls.key");
    }

    private Path authority() {
        return folder.resolve("ca.crt");
    }

    /** Another after each change. */
    String digest() {
        return FileDigest.of(List.of(chain(), key(), authority()));
    }

    /** @throws UnusableCertificateException with a sentence, if this cannot be served */
    Content read(Instant now) throws UnusableCertificateException {
        try {
            GivenCertificate certificate =
                    GivenCertificate.read(Files.readString(chain()), Files.readString(key()), now);
            return new Content(certificate, authorities());
        } catch (NoSuchFileException exception) {
            throw new UnusableCertificateException(
                    "There is no file %s: put the certificate's there.".formatted(exception.getFile()), exception);
        } catch (IOException exception) {
            throw new UnusableCertificateException(
                    "The files in %s cannot be read: let this process read them.".formatted(folder), exception);
        } catch (InvalidPemException exception) {
            throw new UnusableCertificateException("%s: %s".formatted(folder, exception.getMessage()), exception);
        }
    }

    private TrustBundle authorities() throws IOException, InvalidPemException {
        String text = Files.exists(authority()) ? Files.readString(authority()) : "";
        return text.isBlank() ? TrustBundle.EMPTY : TrustBundle.fromPem(text);
    }
}
