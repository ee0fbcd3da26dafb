package io.sparkusher.policies.injection;

import io.sparkusher.policies.api.ConfigMapMount;
import java.util.List;

/**
 * Mounts config maps in the Spark container, each with an environment variable that says where. Does nothing for a path at
 * which something else is mounted, and where the name of our volume is that of something else of the pod's; a volume of
 * the pod's that holds the config map is used. A pod cannot refuse it.
 */
public final class ConfigMapsInjection implements Injection {
    private final List<MountedFiles> configMaps;

    public ConfigMapsInjection(List<ConfigMapMount> mounts) {
        configMaps = mounts.stream()
                .map(mount -> new MountedFiles(FileVolume.CONFIG_MAP, mount))
                .toList();
    }

    @Override
    public void applyTo(PolicyApplication application) {
        for (MountedFiles files : configMaps) {
            files.applyTo(application);
        }
    }
}
