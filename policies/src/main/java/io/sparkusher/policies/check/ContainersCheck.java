package io.sparkusher.policies.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.kubernetes.Names;
import io.sparkusher.policies.kubernetes.SecurityFaults;
import io.sparkusher.policies.source.FieldPath;
import java.util.List;

/** Checks containers that run beside or before Spark's. */
record ContainersCheck(Checks checks) {
    void sidecars(String path, List<ObjectNode> sidecars) {
        containers(path, sidecars);
        for (int index = 0; index < sidecars.size(); index++) {
            JsonNode restartPolicy = sidecars.get(index).path("restartPolicy");
            if (!restartPolicy.asText("Always").equals("Always")) {
                checks.error(
                        FieldPath.element(path, index) + ".restartPolicy",
                        "is " + restartPolicy.asText() + ", but a sidecar's is always Always: remove it");
            }
        }
    }

    private void containers(String path, List<ObjectNode> containers) {
        checks.unique(
                path, containers, "name", container -> container.path("name").asText());
        for (int index = 0; index < containers.size(); index++) {
            container(FieldPath.element(path, index), containers.get(index));
        }
    }

    private void container(String path, ObjectNode container) {
        checks.requiredName(path + ".name", container.path("name"), Names.Label);
        if (container.path("image").asText().isEmpty()) {
            checks.error(path + ".image", "is missing: a text is required");
        }
        new VolumesCheck(checks).mounts(path + ".volumeMounts", objects(container.path("volumeMounts")));
        new EnvironmentCheck(checks).variables(path + ".env", objects(container.path("env")));
        new EnvironmentCheck(checks).sources(path + ".envFrom", objects(container.path("envFrom")));
        new PortsCheck(checks).check(path + ".ports", objects(container.path("ports")));
        new LifecycleCheck(checks).check(path + ".lifecycle", container.path("lifecycle"));
        new ResourcesCheck(checks).check(path + ".resources", container.path("resources"));
        SecurityFaults.of(MissingNode.getInstance(), container.path("securityContext"), "securityContext")
                .forEach(fault -> checks.error(path, "cannot be: " + fault));
    }

    private static List<ObjectNode> objects(JsonNode list) {
        return list.valueStream()
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .toList();
    }
}
