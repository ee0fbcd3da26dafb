package io.sparkusher.policies.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks the source of Spark's local volumes: one of its own for each pod, that Spark can write to. */
record LocalDirsCheck(Checks checks) {
    private static final Set<String> READ_ONLY = Set.of("configMap", "secret", "projected", "downwardAPI", "image");

    void check(String path, ObjectNode source) {
        if (source.has("name")) {
            checks.error(path + ".name", "is Spark's to give: remove it");
        }
        List<String> sources = source.properties().stream()
                .filter(member ->
                        !member.getValue().isNull() && !member.getKey().equals("name"))
                .map(Map.Entry::getKey)
                .toList();
        if (sources.size() != 1) {
            checks.error(path, "has " + sources.size() + " sources, expected one, such as emptyDir: {}");
        }
        sources.forEach(name -> source(path + "." + name, name));
    }

    private void source(String path, String name) {
        if (READ_ONLY.contains(name)) {
            checks.error(path, "cannot be written to, as Spark must: use emptyDir or ephemeral");
        } else if (name.equals("persistentVolumeClaim")) {
            checks.error(
                    path,
                    "is one claim for all pods, which most volumes cannot be: use ephemeral with a"
                            + " volumeClaimTemplate, which makes a claim for each pod");
        } else if (name.equals("hostPath")) {
            checks.document()
                    .warning(
                            path,
                            "is one folder for all pods on a node, and what they leave in it stays: see that"
                                    + " something clears it, or use emptyDir or ephemeral");
        }
    }
}
