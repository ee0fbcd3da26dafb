package io.sparkusher.policies.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.FileMount;
import io.sparkusher.policies.kubernetes.MountPath;
import io.sparkusher.policies.kubernetes.Names;
import io.sparkusher.policies.pod.Role;
import io.sparkusher.policies.source.FieldPath;
import java.util.List;
import java.util.Optional;

/** Checks volumes and what is mounted. */
record VolumesCheck(Checks checks) {
    void files(String path, List<? extends FileMount> mounts) {
        checks.unique(path, mounts, "mountPath", mount -> MountPath.canonical(mount.mountPath()));
        for (int index = 0; index < mounts.size(); index++) {
            FileMount mount = mounts.get(index);
            String at = FieldPath.element(path, index);
            checks.name(at + ".name", mount.name(), Names.Subdomain);
            checks.mountPath(at + ".mountPath", mount.mountPath());
            if (mount.env() != null) {
                checks.name(at + ".env", mount.env(), Names.EnvironmentVariable);
            }
        }
    }

    void volumes(String path, List<ObjectNode> volumes, Optional<Role> role) {
        checks.unique(path, volumes, "name", volume -> volume.path("name").asText());
        for (int index = 0; index < volumes.size(); index++) {
            volume(FieldPath.element(path, index), volumes.get(index), role);
        }
    }

    private void volume(String path, ObjectNode volume, Optional<Role> role) {
        checks.requiredName(path + ".name", volume.path("name"), Names.Label);
        long sources = volume.properties().stream()
                .filter(member ->
                        !member.getKey().equals("name") && !member.getValue().isNull())
                .count();
        if (sources != 1) {
            checks.error(path, "has " + sources + " sources, expected one, such as emptyDir: {}");
        }
        if (volume.hasNonNull("persistentVolumeClaim") && !role.equals(Optional.of(Role.Driver))) {
            checks.document()
                    .warning(
                            path + ".persistentVolumeClaim",
                            "is one claim for all executors, which works only if its access mode is ReadWriteMany or"
                                    + " ReadOnlyMany: for a volume of its own for each executor use"
                                    + " ephemeral.volumeClaimTemplate");
        }
    }

    void mounts(String path, List<ObjectNode> mounts) {
        checks.unique(
                path,
                mounts,
                "mountPath",
                mount -> MountPath.canonical(mount.path("mountPath").asText()));
        for (int index = 0; index < mounts.size(); index++) {
            String at = FieldPath.element(path, index);
            checks.requiredName(at + ".name", mounts.get(index).path("name"), Names.Label);
            checks.mountPath(
                    at + ".mountPath", mounts.get(index).path("mountPath").asText());
        }
    }
}
