package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.FileMount;
import io.sparkusher.policies.tree.Frozen;
import io.sparkusher.policies.tree.Trees;
import java.util.List;
import java.util.Optional;

/** An object of the namespace whose keys are files in the Spark container, with the variable that says where. */
final class MountedFiles {
    private final FileVolume kind;
    private final FileMount files;
    private final String injectedName;
    private final ObjectNode injectedVolume;
    private final VolumesInjection volume;
    private final ObjectNode injectedMount;
    private final Optional<EnvironmentInjection> variable;

    MountedFiles(FileVolume kind, FileMount files) {
        this.kind = kind;
        this.files = files;
        injectedName = kind.injectedName(files);
        injectedVolume = (ObjectNode) Frozen.of(kind.volume(injectedName, files));
        volume = new VolumesInjection(List.of(injectedVolume));
        injectedMount = (ObjectNode) Frozen.of(mount(injectedName));
        variable = Optional.ofNullable(files.env())
                .map(name -> Trees.object().put("name", name).put("value", files.mountPath()))
                .map(Frozen::of)
                .map(named -> new EnvironmentInjection(List.of((ObjectNode) named)));
    }

    private ObjectNode mount(String volumeName) {
        return Trees.object().put("name", volumeName).put("mountPath", files.mountPath());
    }

    void applyTo(PolicyApplication application) {
        PodContext pod = application.pod();
        JsonNode volumes = pod.spec().member("volumes").value();
        String volumeName = volumeIn(volumes, pod);
        if (isTaken(volumes, application)) {
            return;
        }
        boolean mounted = application.element(
                VolumeMountsInjection.field(pod, files.mountPath()),
                pod.sparkContainer().member("volumeMounts"),
                ListKey.MOUNT_PATH,
                volumeName.equals(injectedName) ? injectedMount : mount(volumeName));
        if (mounted) {
            keepVolume(volumeName, application);
            variable.ifPresent(injection -> injection.applyTo(application));
        }
    }

    /**
     * Whether something else has the volume's name, and the policy has to leave it so. Then nothing is mounted, not even
     * from another volume of the object: at the next review there would be those of weaker policies as well.
     */
    private boolean isTaken(JsonNode volumes, PolicyApplication application) {
        int index = ListKey.NAME.indexOf(injectedVolume, volumes);
        if (index < 0 || kind.isOfWholeObject(volumes.path(index), files)) {
            return false;
        }
        String field = VolumesInjection.field(injectedName);
        Optional<Claims.Claim> claim = application.strongerClaim(field);
        claim.ifPresent(stronger -> application.yieldTo(stronger, field));
        if (claim.isEmpty() && !application.isRequired()) {
            application.keepOut("The pod itself says " + field + ", which is not the " + kind.source() + " "
                    + files.name() + ", so nothing is mounted at " + files.mountPath());
        }
        return claim.isPresent() || !application.isRequired();
    }

    /** A volume that is nobody's is this policy's word as well from here on, so that a weaker one makes nothing else of it. */
    private void keepVolume(String name, PolicyApplication application) {
        if (name.equals(injectedName)) {
            volume.applyTo(application);
        } else if (application.strongerClaim(VolumesInjection.field(name)).isEmpty()) {
            JsonNode volumes = application.pod().spec().member("volumes").value();
            ObjectNode present = (ObjectNode) volumes.path(ListKey.NAME.indexOf(mount(name), volumes));
            new VolumesInjection(List.of(present)).applyTo(application);
        }
    }

    /**
     * A volume of the whole object, or ours, which comes first where it is there already. What is mounted comes before
     * both: an earlier review chose it, and weaker policies may have brought others since.
     */
    private String volumeIn(JsonNode volumes, PodContext pod) {
        List<String> holding = volumes.valueStream()
                .filter(volume -> kind.isOfWholeObject(volume, files))
                .map(MountedFiles::name)
                .toList();
        if (holding.isEmpty()) {
            return injectedName;
        }
        Optional<String> mounted = mountedIn(pod).filter(holding::contains);
        boolean ours = ListKey.NAME.indexOf(injectedVolume, volumes) >= 0;
        return mounted.orElse(ours ? injectedName : holding.get(0));
    }

    /** The name of the volume that the Spark container mounts at the path. */
    private Optional<String> mountedIn(PodContext pod) {
        JsonNode mounts = pod.sparkContainer().member("volumeMounts").value();
        int index = ListKey.MOUNT_PATH.indexOf(injectedMount, mounts);
        return index < 0 ? Optional.empty() : Optional.of(name(mounts.path(index)));
    }

    private static String name(JsonNode element) {
        return element.path("name").asText();
    }
}
