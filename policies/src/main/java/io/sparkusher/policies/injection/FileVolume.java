package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.FileMount;
import io.sparkusher.policies.tree.Trees;

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

    /** The name of the volume that is injected where the pod has none of the object. */
    String injectedName(FileMount files) {
        return InjectedName.of(prefix + files.name());
    }

    /** A volume of all of the object's files. */
    ObjectNode volume(String volumeName, FileMount files) {
        ObjectNode object = Trees.object().put(nameMember, files.name());
        if (files.optional() != null) {
            object.put("optional", files.optional());
        }
        ObjectNode volume = Trees.object().put("name", volumeName);
        volume.set(source, object);
        return volume;
    }

    /** Whether a volume is one of all of the object's files. */
    boolean isOfWholeObject(JsonNode volume, FileMount files) {
        JsonNode object = volume.path(source);
        return object.path(nameMember).asText().equals(files.name())
                && object.path("items").isEmpty();
    }
}
