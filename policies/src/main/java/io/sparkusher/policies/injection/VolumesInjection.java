package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Adds volumes. Does nothing for a volume whose name is taken; a pod cannot refuse it. */
public record VolumesInjection(List<ObjectNode> volumes) implements Injection {
    @Override
    public void applyTo(PolicyApplication application) {
        var list = application.pod().spec().member("volumes");
        for (ObjectNode volume : volumes) {
            application.element(field(volume.path("name").asText()), list, ListKey.NAME, volume);
        }
    }

    /** How reasons name the volume. */
    static String field(String name) {
        return "spec.volumes[" + name + "]";
    }
}
