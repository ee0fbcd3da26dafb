package io.sparkusher.webhook.certificates;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a mounted certificate is used.
 *
 * @param folder with {@code tls.crt}, {@code tls.key} and, where the authority is known, {@code ca.crt}
 * @param margin for how long they must have been seen to trust a new certificate before it is served
 * @param rescan how often to look at the files without having been told of a change
 * @param poll how often to look at the webhook configurations without having been told of a change
 */
public record MountedSettings(Path folder, Duration margin, Duration rescan, Duration poll) {
    /** For a Secret of a cluster. */
    public static MountedSettings of(Path folder) {
        return new MountedSettings(folder, Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofSeconds(10));
    }
}
