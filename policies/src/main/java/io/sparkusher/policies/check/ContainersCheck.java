package io.sparkusher.policies.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.PodSection;
import io.sparkusher.policies.kubernetes.Names;
import io.sparkusher.policies.kubernetes.SecurityFaults;
import io.sparkusher.policies.source.FieldPath;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks containers that run beside or before Spark's. */
record ContainersCheck(Checks checks) {
    /** What the API server takes for init containers only where they are sidecars. */
    private static final List<String> NOT_BEFORE_SPARK =
            List.of("lifecycle", "livenessProbe", "readinessProbe", "startupProbe");

    void check(String path, PodSection section) {
        sidecars(path + ".sidecars", section.sidecars());
        initContainers(path + ".initContainers", section.initContainers(), section.sidecars());
    }

    private void initContainers(String path, List<ObjectNode> containers, List<ObjectNode> sidecars) {
        containers(path, containers);
        Set<String> taken =
                sidecars.stream().map(sidecar -> sidecar.path("name").asText()).collect(Collectors.toSet());
        for (int index = 0; index < containers.size(); index++) {
            initContainer(FieldPath.element(path, index), containers.get(index), taken);
        }
    }

    private void initContainer(String path, ObjectNode container, Set<String> taken) {
        String name = container.path("name").asText();
        if (taken.contains(name)) {
            checks.error(path + ".name", "is " + name + ", as that of a sidecar: rename one of them");
        }
        if (container.path("restartPolicy").asText().equals("Always")) {
            checks.error(path + ".restartPolicy", "is Always, which makes it a sidecar: move it to sidecars");
        }
        NOT_BEFORE_SPARK.stream()
                .filter(container::hasNonNull)
                .forEach(member -> checks.error(
                        path + "." + member,
                        "does not go with a container that ends before Spark's starts: remove it"));
    }

    private void sidecars(String path, List<ObjectNode> sidecars) {
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
        SecurityFaults.of(MissingNode.getInstance(), container.path("securityContext"))
                .forEach((member, fault) -> checks.error(path + ".securityContext." + member, fault));
    }

    private static List<ObjectNode> objects(JsonNode list) {
        return list.valueStream()
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .toList();
    }
}
