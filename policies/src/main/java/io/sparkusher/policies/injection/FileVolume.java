package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.FileMount;
import java.util.List;

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
        String volumeName = volumeOf(files, pod.spec().member("volumes").value());
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

    /** The pod's own volume is this policy's word as well from here on, so that a weaker one makes nothing else of it. */
    private void keepVolume(String name, FileMount files, PolicyApplication application) {
        JsonNode volumes = application.pod().spec().member("volumes").value();
        ObjectNode ours = volume(name, files);
        ObjectNode wanted = name.equals(injectedName(files))
                ? ours
                : (ObjectNode) volumes.path(ListKey.NAME.indexOf(ours, volumes));
        new VolumesInjection(List.of(wanted)).applyTo(application);
    }

    /** The pod's own volume of the whole object, or ours, which comes first where it is there already. */
    private String volumeOf(FileMount files, JsonNode volumes) {
        if (volumes.findValuesAsText("name").contains(injectedName(files))) {
            return injectedName(files);
        }
        for (JsonNode volume : volumes) {
            JsonNode present = volume.path(source);
            if (present.path(nameMember).asText().equals(files.name())
                    && present.path("items").isEmpty()) {
                return volume.path("name").asText();
            }
        }
        return injectedName(files);
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
