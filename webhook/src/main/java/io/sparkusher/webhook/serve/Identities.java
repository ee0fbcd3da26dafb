package io.sparkusher.webhook.serve;

import io.sparkusher.webhook.certificates.SelfMadeCertificates;
import io.sparkusher.webhook.certificates.ServingIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** What a run proves itself with. */
final class Identities {
    private Identities() {}

    /** A new identity, with the certificate that clients have to trust written where the settings say so. */
    static ServingIdentity of(ServeSettings settings) throws CannotServeException {
        ServingIdentity identity = new SelfMadeCertificates(settings.names(), Instant.now()).identity();
        if (settings.writeAuthority().isPresent()) {
            write(settings.writeAuthority().get(), identity.authorities());
        }
        return identity;
    }

    private static void write(Path file, String authorities) throws CannotServeException {
        try {
            Files.writeString(file, authorities);
        } catch (IOException exception) {
            throw new CannotServeException(
                    "--write-ca: %s cannot be written: name a file in a folder that is there".formatted(file),
                    exception);
        }
    }
}
