package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.kubernetes.MountPath;
import java.util.List;

/**
 * Mounts volumes in the Spark container. Does nothing for a path at which something is mounted. A pod refuses it where
 * it has no volume of that name.
 */
public record VolumeMountsInjection(List<ObjectNode> volumeMounts) implements Injection {
    @Override
    public void applyTo(PolicyApplication application) {
        var list = application.pod().sparkContainer().member("volumeMounts");
        for (ObjectNode mount : volumeMounts) {
            application.element(
                    field(application.pod(), mount.path("mountPath").asText()), list, ListKey.MOUNT_PATH, mount);
        }
    }

    /** How reasons name a mount of the Spark container. */
    static String field(PodContext pod, String mountPath) {
        return pod.sparkContainerPath() + ".volumeMounts[" + MountPath.canonical(mountPath) + "]";
    }
}
