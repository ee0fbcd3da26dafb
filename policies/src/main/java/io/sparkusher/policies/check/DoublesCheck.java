package io.sparkusher.policies.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.FileMount;
import io.sparkusher.policies.api.Placement.Over;
import io.sparkusher.policies.api.Placement.Rule;
import io.sparkusher.policies.api.PodSection;
import io.sparkusher.policies.kubernetes.MountPath;
import io.sparkusher.policies.source.FieldPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks that no two fields of a section want one mount path, variable or constraint: only the first would count. */
final class DoublesCheck {
    private final Checks checks;
    private final Map<String, String> mountPaths = new HashMap<>();
    private final Map<String, String> variables = new HashMap<>();

    DoublesCheck(Checks checks) {
        this.checks = checks;
    }

    void check(String path, PodSection section) {
        files(path + ".configMaps", section.configMaps());
        files(path + ".secrets", section.secrets());
        elements(path + ".volumeMounts", section.volumeMounts(), "mountPath", mountPaths);
        elements(path + ".env", section.env(), "name", variables);
        if (section.placement() != null && section.placement().spread() != null) {
            spread(path, section.placement().spread(), section.topologySpreadConstraints());
        }
    }

    private void files(String path, List<? extends FileMount> files) {
        for (int index = 0; index < files.size(); index++) {
            String at = FieldPath.element(path, index);
            once(at + ".mountPath", MountPath.canonical(files.get(index).mountPath()), mountPaths);
            String variable = files.get(index).env();
            if (variable != null) {
                once(at + ".env", variable, variables);
            }
        }
    }

    private void elements(String path, List<ObjectNode> elements, String member, Map<String, String> seen) {
        for (int index = 0; index < elements.size(); index++) {
            String key = elements.get(index).path(member).asText();
            once(
                    FieldPath.element(path, index) + "." + member,
                    seen == mountPaths ? MountPath.canonical(key) : key,
                    seen);
        }
    }

    private void spread(String path, Rule spread, List<ObjectNode> constraints) {
        for (int index = 0; index < constraints.size(); index++) {
            ObjectNode constraint = constraints.get(index);
            if (spread.over() == Over.Zone
                    && constraint
                            .path("topologyKey")
                            .asText()
                            .equals(spread.over().topologyKey())
                    && constraint
                            .path("whenUnsatisfiable")
                            .asText()
                            .equals(spread.strength().whenUnsatisfiable())) {
                checks.error(
                        FieldPath.element(path + ".topologySpreadConstraints", index),
                        "is what " + path + ".placement.spread makes as well, and Kubernetes takes one: keep one");
            }
        }
    }

    private void once(String path, String key, Map<String, String> seen) {
        String before = seen.putIfAbsent(key, path);
        if (before != null && !key.isEmpty()) {
            checks.error(path, "is " + key + " again, as at " + before + ": keep one");
        }
    }
}
