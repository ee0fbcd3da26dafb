package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.FileMount;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of volume whose files are the keys of an object in the namespace.
 *
 * @param source the member of a volume that says the kind
 * @param nameMember the member of the source that names the object
 * @param prefix how the names of injected volumes begin
 */
record FileVolume(String source, String nameMember, String prefix) {
    static final FileVolume CONFIG_MAP = new FileVolume("configMap", "name", "usher-config-");
    static final FileVolume SECRET = new FileVolume("secret", "secretName", "usher-secret-");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Mounts the object in the Spark container, with the variable that says where. */
    void mount(FileMount files, PolicyApplication application) {
        PodContext pod = application.pod();
        String volumeName = volumeOf(files, pod);
        if (isTaken(files, application)) {
            return;
        }
        ObjectNode mount = JSON.objectNode().put("name", volumeName).put("mountPath", files.mountPath());
        boolean mounted = application.element(
                VolumeMountsInjection.field(pod, files.mountPath()),
                pod.sparkContainer().member("volumeMounts"),
                ListKey.MOUNT_PATH,
                mount);
        if (!mounted) {
            return;
        }
        keepVolume(volumeName, files, application);
        if (files.env() != null) {
            ObjectNode variable = JSON.objectNode().put("name", files.env()).put("value", files.mountPath());
            new EnvironmentInjection(List.of(variable)).applyTo(application);
        }
    }

    /**
     * Whether something else has the volume's name, and the policy has to leave it so. Then nothing is mounted, not even
     * from another volume of the object: at the next review there would be those of weaker policies as well.
     */
    private boolean isTaken(FileMount files, PolicyApplication application) {
        JsonNode volumes = application.pod().spec().member("volumes").value();
        int index = ListKey.NAME.indexOf(JSON.objectNode().put("name", injectedName(files)), volumes);
        if (index < 0 || isOfWholeObject(volumes.path(index).path(source), files)) {
            return false;
        }
        String field = VolumesInjection.field(injectedName(files));
        Optional<Claims.Claim> claim = application.strongerClaim(field);
        claim.ifPresent(stronger -> application.yieldTo(stronger, field));
        if (claim.isEmpty() && !application.isRequired()) {
            application.keepOut("The pod itself says " + field + ", which is not " + files.name()
                    + ", so nothing is mounted at " + files.mountPath());
        }
        return claim.isPresent() || !application.isRequired();
    }

    /** A volume that is nobody's is this policy's word as well from here on, so that a weaker one makes nothing else of it. */
    private void keepVolume(String name, FileMount files, PolicyApplication application) {
        JsonNode volumes = application.pod().spec().member("volumes").value();
        ObjectNode ours = volume(name, files);
        if (name.equals(injectedName(files))) {
            new VolumesInjection(List.of(ours)).applyTo(application);
        } else if (application.strongerClaim(VolumesInjection.field(name)).isEmpty()) {
            ObjectNode present = (ObjectNode) volumes.path(ListKey.NAME.indexOf(ours, volumes));
            new VolumesInjection(List.of(present)).applyTo(application);
        }
    }

    /**
     * A volume of the whole object, or ours, which comes first where it is there already. What is mounted comes before
     * both: an earlier review chose it, and weaker policies may have brought others since.
     */
    private String volumeOf(FileMount files, PodContext pod) {
        JsonNode volumes = pod.spec().member("volumes").value();
        List<String> holding = volumes.valueStream()
                .filter(volume -> isOfWholeObject(volume.path(source), files))
                .map(FileVolume::name)
                .toList();
        Optional<String> mounted = mountedAt(files.mountPath(), pod).filter(holding::contains);
        boolean ours = volumes.valueStream().map(FileVolume::name).anyMatch(injectedName(files)::equals);
        return mounted.orElse(ours || holding.isEmpty() ? injectedName(files) : holding.get(0));
    }

    private boolean isOfWholeObject(JsonNode present, FileMount files) {
        return present.path(nameMember).asText().equals(files.name())
                && present.path("items").isEmpty();
    }

    /** The name of the volume that the Spark container mounts there. */
    private static Optional<String> mountedAt(String path, PodContext pod) {
        JsonNode mounts = pod.sparkContainer().member("volumeMounts").value();
        int index = ListKey.MOUNT_PATH.indexOf(JSON.objectNode().put("mountPath", path), mounts);
        return index < 0 ? Optional.empty() : Optional.of(name(mounts.path(index)));
    }

    private static String name(JsonNode element) {
        return element.path("name").asText();
    }

    private String injectedName(FileMount files) {
        return InjectedName.of(prefix + files.name());
    }

    private ObjectNode volume(String volumeName, FileMount files) {
        ObjectNode volume = JSON.objectNode().put("name", volumeName);
        ObjectNode object = volume.putObject(source).put(nameMember, files.name());
        if (files.optional() != null) {
            object.put("optional", files.optional());
        }
        return volume;
    }
}
