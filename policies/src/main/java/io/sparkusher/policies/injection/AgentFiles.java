package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.Metrics.ConfigMapKey;
import io.sparkusher.policies.api.Metrics.JmxAgent;
import io.sparkusher.policies.patch.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * How the files of the JMX agent come into the Spark container.
 *
 * @param imageVolume whether the image is mounted; otherwise an init container copies its files
 */
record AgentFiles(JmxAgent agent, boolean imageVolume) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String NAME = "usher-jmx-agent";
    private static final String FOLDER = "/opt/spark-usher/jmx-agent";
    private static final String CONFIG_FOLDER = "/opt/spark-usher/jmx-config";

    /** Any that is not root's: the files of an image are there for everybody. */
    private static final int USER = 65534;

    String jar() {
        return path(agent.jarPath());
    }

    String config() {
        ConfigMapKey configMap = agent.configMap();
        return configMap == null ? path(agent.configPath()) : CONFIG_FOLDER + "/" + configMap.key();
    }

    /** What the pod must have for it, volumes first. */
    List<ListElement> elements(PodContext pod) {
        List<ListElement> elements = new ArrayList<>();
        addVolume(elements, pod, volume(), FOLDER);
        if (agent.configMap() != null) {
            addVolume(elements, pod, configVolume(agent.configMap()), CONFIG_FOLDER);
        }
        if (!imageVolume) {
            elements.add(named(pod.spec().member("volumes"), "spec.volumes", EmptyTokenVolume.volume()));
            elements.add(named(pod.spec().member("initContainers"), "spec.initContainers", initContainer()));
        }
        return elements;
    }

    private String path(String inImage) {
        return FOLDER + (imageVolume ? inImage : inImage.substring(inImage.lastIndexOf('/')));
    }

    private static void addVolume(List<ListElement> elements, PodContext pod, ObjectNode volume, String folder) {
        elements.add(named(pod.spec().member("volumes"), "spec.volumes", volume));
        elements.add(new ListElement(
                VolumeMountsInjection.field(pod, folder),
                pod.sparkContainer().member("volumeMounts"),
                ListKey.MOUNT_PATH,
                mount(volume.path("name").asText(), folder).put("readOnly", true)));
    }

    private static ListElement named(Place list, String path, ObjectNode wanted) {
        return new ListElement(path + "[" + wanted.path("name").asText() + "]", list, ListKey.NAME, wanted);
    }

    private ObjectNode volume() {
        ObjectNode volume = JSON.objectNode().put("name", NAME);
        if (imageVolume) {
            volume.putObject("image").put("reference", agent.image());
        } else {
            volume.putObject("emptyDir");
        }
        return volume;
    }

    private static ObjectNode configVolume(ConfigMapKey configMap) {
        ObjectNode volume = JSON.objectNode().put("name", "usher-jmx-config");
        volume.putObject("configMap").put("name", configMap.name());
        return volume;
    }

    private static ObjectNode mount(String name, String folder) {
        return JSON.objectNode().put("name", name).put("mountPath", folder);
    }

    private ObjectNode initContainer() {
        ObjectNode container = JSON.objectNode().put("name", NAME).put("image", agent.image());
        var command = container.putArray("command").add("cp").add(agent.jarPath());
        if (agent.configMap() == null) {
            command.add(agent.configPath());
        }
        command.add(FOLDER + "/");
        ObjectNode resources = container.putObject("resources");
        resources.putObject("requests").put("cpu", "10m").put("memory", "32Mi");
        container.putArray("volumeMounts").add(mount(NAME, FOLDER)).add(EmptyTokenVolume.mount());
        restrict(container.putObject("securityContext"));
        return container;
    }

    /** Pod Security's profile restricted. */
    private static void restrict(ObjectNode securityContext) {
        securityContext
                .put("allowPrivilegeEscalation", false)
                .put("runAsNonRoot", true)
                .put("runAsUser", USER);
        securityContext.putObject("capabilities").putArray("drop").add("ALL");
        securityContext.putObject("seccompProfile").put("type", "RuntimeDefault");
    }
}
