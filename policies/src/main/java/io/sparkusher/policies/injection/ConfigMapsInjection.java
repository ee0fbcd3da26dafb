package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.ConfigMapMount;
import java.util.List;

/**
 * Mounts config maps in the Spark container, each with an environment variable that says where. Does nothing for a path
 * at which something else is mounted; a volume of the pod's that holds the config map is used. A pod cannot refuse it.
 */
public record ConfigMapsInjection(List<ConfigMapMount> configMaps) implements Injection {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Override
    public void applyTo(PolicyApplication application) {
        configMaps.forEach(configMap -> applyTo(application, configMap));
    }

    private static void applyTo(PolicyApplication application, ConfigMapMount configMap) {
        PodContext pod = application.pod();
        var volumes = pod.spec().member("volumes");
        String volumeName = volumeOf(configMap, volumes.value());
        ObjectNode mount = JSON.objectNode().put("name", volumeName).put("mountPath", configMap.mountPath());
        boolean mounted = application.element(
                VolumeMountsInjection.field(pod, configMap.mountPath()),
                pod.sparkContainer().member("volumeMounts"),
                ListKey.MOUNT_PATH,
                mount);
        if (!mounted) {
            return;
        }
        if (volumeName.equals(injectedName(configMap))) {
            new VolumesInjection(List.of(volume(volumeName, configMap))).applyTo(application);
        }
        if (configMap.env() != null) {
            ObjectNode variable = JSON.objectNode().put("name", configMap.env()).put("value", configMap.mountPath());
            new EnvironmentInjection(List.of(variable)).applyTo(application);
        }
    }

    /** The pod's own volume of the whole config map, or ours. */
    private static String volumeOf(ConfigMapMount configMap, JsonNode volumes) {
        for (JsonNode volume : volumes) {
            JsonNode source = volume.path("configMap");
            if (source.path("name").asText().equals(configMap.name())
                    && source.path("items").isEmpty()) {
                return volume.path("name").asText();
            }
        }
        return injectedName(configMap);
    }

    private static String injectedName(ConfigMapMount configMap) {
        return InjectedName.of("usher-config-" + configMap.name());
    }

    private static ObjectNode volume(String volumeName, ConfigMapMount configMap) {
        ObjectNode volume = JSON.objectNode().put("name", volumeName);
        ObjectNode source = volume.putObject("configMap").put("name", configMap.name());
        if (configMap.optional() != null) {
            source.put("optional", configMap.optional());
        }
        return volume;
    }
}
