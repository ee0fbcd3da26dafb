package io.sparkusher.webhook.serve;

import io.sparkusher.webhook.certificates.ServingIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where whoever starts the server finds what clients have to trust. */
final class AuthorityFile {
    private AuthorityFile() {}

    /** Writes the authorities of the identity; nothing where no file was asked for. */
    static void write(Optional<Path> file, ServingIdentity identity) throws CannotServeException {
        if (file.isEmpty()) {
            return;
        }
        try {
            Files.writeString(file.get(), identity.authorities());
        } catch (IOException exception) {
            throw new CannotServeException(
                    "--write-ca: %s cannot be written: name a file in a folder that is there".formatted(file.get()),
                    exception);
        }
    }
}
