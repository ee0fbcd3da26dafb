package io.sparkusher.policies.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.ConfigMapMount;
import io.sparkusher.policies.api.Placement;
import io.sparkusher.policies.api.PodSection;
import io.sparkusher.policies.api.ServiceAccountChoice;
import io.sparkusher.policies.kubernetes.Names;
import io.sparkusher.policies.pod.Role;
import io.sparkusher.policies.source.FieldPath;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Checks one section of a policy. */
record SectionCheck(Checks checks, Set<String> pools, Optional<Role> role, String path) {
    void check(PodSection section) {
        checks.labels(path + ".labels", section.labels());
        checks.labels(path + ".nodeSelector", section.nodeSelector());
        section.annotations()
                .keySet()
                .forEach(key -> checks.name(FieldPath.member(path + ".annotations", key), key, Names.Qualified));
        configMaps(section.configMaps());
        volumes(section.volumes());
        mounts(path + ".volumeMounts", section.volumeMounts());
        environment(path + ".env", section.env());
        if (section.localDirs() != null) {
            new LocalDirsCheck(checks).check(path + ".localDirs", section.localDirs());
        }
        if (section.metrics() != null) {
            new MetricsCheck(checks).check(path + ".metrics", section.metrics(), role);
        }
        if (section.nodePool() != null) {
            new NodePoolCheck(checks, pools).check(path + ".nodePool", section.nodePool(), role);
        }
        new TolerationsCheck(checks).check(path + ".tolerations", section.tolerations());
        if (section.placement() != null) {
            placement(section.placement());
        }
        if (section.serviceAccount() != null) {
            serviceAccount(section.serviceAccount());
        }
        terminationGracePeriod(section);
        sidecars(section.sidecars());
    }

    private void terminationGracePeriod(PodSection section) {
        Long seconds = section.terminationGracePeriodSeconds();
        if (seconds != null && seconds < 0) {
            checks.error(path + ".terminationGracePeriodSeconds", "is " + seconds + ", expected 0 or more");
        }
    }

    private void configMaps(List<ConfigMapMount> configMaps) {
        String listPath = path + ".configMaps";
        checks.unique(listPath, configMaps, "mountPath", ConfigMapMount::mountPath);
        for (int index = 0; index < configMaps.size(); index++) {
            ConfigMapMount configMap = configMaps.get(index);
            String at = FieldPath.element(listPath, index);
            checks.name(at + ".name", configMap.name(), Names.Subdomain);
            checks.mountPath(at + ".mountPath", configMap.mountPath());
            if (configMap.env() != null) {
                checks.name(at + ".env", configMap.env(), Names.EnvironmentVariable);
            }
        }
    }

    private void volumes(List<ObjectNode> volumes) {
        String listPath = path + ".volumes";
        checks.unique(listPath, volumes, "name", volume -> volume.path("name").asText());
        for (int index = 0; index < volumes.size(); index++) {
            ObjectNode volume = volumes.get(index);
            String at = FieldPath.element(listPath, index);
            checks.requiredName(at + ".name", volume.path("name"), Names.Label);
            long sources = volume.properties().stream()
                    .filter(member -> !member.getKey().equals("name")
                            && !member.getValue().isNull())
                    .count();
            if (sources != 1) {
                checks.error(at, "has " + sources + " sources, expected one, such as emptyDir: {}");
            }
        }
    }

    private void mounts(String listPath, List<ObjectNode> mounts) {
        checks.unique(
                listPath, mounts, "mountPath", mount -> mount.path("mountPath").asText());
        for (int index = 0; index < mounts.size(); index++) {
            String at = FieldPath.element(listPath, index);
            checks.requiredName(at + ".name", mounts.get(index).path("name"), Names.Label);
            checks.mountPath(
                    at + ".mountPath", mounts.get(index).path("mountPath").asText());
        }
    }

    private void environment(String listPath, List<ObjectNode> variables) {
        checks.unique(
                listPath, variables, "name", variable -> variable.path("name").asText());
        for (int index = 0; index < variables.size(); index++) {
            ObjectNode variable = variables.get(index);
            String at = FieldPath.element(listPath, index);
            checks.requiredName(at + ".name", variable.path("name"), Names.EnvironmentVariable);
            LiteralSecrets.fault(
                            variable.path("name").asText(),
                            variable.path("value").asText())
                    .ifPresent(fault -> checks.error(at + ".value", fault));
            if (variable.hasNonNull("value") && variable.hasNonNull("valueFrom")) {
                checks.error(at + ".valueFrom", "does not go with value: keep one");
            }
        }
    }

    private void placement(Placement placement) {
        String at = path + ".placement";
        if (!role.equals(Optional.of(Role.Executor))) {
            checks.error(at, "is about the executors of one application: it belongs under spec.executor");
        }
        if (placement.spread() != null
                && placement.together() != null
                && placement.spread().over() == placement.together().over()) {
            checks.error(at, "wants the same " + placement.spread().over() + " apart and together: keep one");
        }
    }

    private void serviceAccount(ServiceAccountChoice account) {
        checks.name(path + ".serviceAccount.name", account.name(), Names.Subdomain);
        if (Objects.equals(account.provision(), true)) {
            checks.document()
                    .warning(
                            path + ".serviceAccount.provision",
                            "has no effect for policies that come from files: create the account " + account.name()
                                    + " in the namespace yourself");
        }
    }

    private void sidecars(List<ObjectNode> sidecars) {
        String listPath = path + ".sidecars";
        checks.unique(
                listPath, sidecars, "name", sidecar -> sidecar.path("name").asText());
        for (int index = 0; index < sidecars.size(); index++) {
            ObjectNode sidecar = sidecars.get(index);
            String at = FieldPath.element(listPath, index);
            checks.requiredName(at + ".name", sidecar.path("name"), Names.Label);
            if (sidecar.path("image").asText().isEmpty()) {
                checks.error(at + ".image", "is missing: a text is required");
            }
            restartPolicy(at + ".restartPolicy", sidecar.path("restartPolicy"));
            mounts(at + ".volumeMounts", objects(sidecar.path("volumeMounts")));
            environment(at + ".env", objects(sidecar.path("env")));
        }
    }

    private void restartPolicy(String at, JsonNode restartPolicy) {
        if (!restartPolicy.asText("Always").equals("Always")) {
            checks.error(at, "is " + restartPolicy.asText() + ", but a sidecar's is always Always: remove it");
        }
    }

    private static List<ObjectNode> objects(JsonNode list) {
        return list.valueStream()
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .toList();
    }
}
