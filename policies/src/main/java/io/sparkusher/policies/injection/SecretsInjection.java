package io.sparkusher.policies.injection;

import io.sparkusher.policies.api.SecretMount;
import java.util.List;

/**
 * Mounts secrets in the Spark container, each with an environment variable that says where. Does nothing for a path at
 * which something else is mounted, and where the name of our volume is that of something else of the pod's; a volume of
 * the pod's that holds the secret is used. A pod cannot refuse it.
 */
public final class SecretsInjection implements Injection {
    private final List<MountedFiles> secrets;

    public SecretsInjection(List<SecretMount> mounts) {
        secrets = mounts.stream()
                .map(mount -> new MountedFiles(FileVolume.SECRET, mount))
                .toList();
    }

    @Override
    public void applyTo(PolicyApplication application) {
        for (MountedFiles files : secrets) {
            files.applyTo(application);
        }
    }
}
