package io.sparkusher.policies.check;

import io.sparkusher.policies.api.PodSection;
import io.sparkusher.policies.source.FieldPath;
import java.util.Map;
import java.util.Set;

/**
 * Refuses what reviews themselves go by. It is for Spark or for the pod's author to say: a pod that a policy gives
 * another role, number or waiver would be another one at the next review.
 */
record ReservedNamesCheck(Checks checks) {
    private static final Set<String> SPARKS_LABELS = Set.of(
            "spark-role",
            "spark-app-selector",
            "spark-app-name",
            "spark-version",
            "spark-exec-id",
            "apps.kubernetes.io/pod-index");

    private static final String OUR_PREFIX = "spark-usher.io/";
    private static final String SPARKS_VOLUMES = "spark-local-dir-";

    void check(String path, PodSection section) {
        keys(path + ".labels", section.labels());
        keys(path + ".annotations", section.annotations());
        for (int index = 0; index < section.volumes().size(); index++) {
            String name = section.volumes().get(index).path("name").asText();
            if (name.startsWith(SPARKS_VOLUMES)) {
                checks.error(
                        FieldPath.element(path + ".volumes", index) + ".name",
                        "is " + name + ", as Spark names its own: use localDirs to say what they are");
            }
        }
    }

    private void keys(String path, Map<String, String> map) {
        for (String key : map.keySet()) {
            if (SPARKS_LABELS.contains(key) || key.startsWith(OUR_PREFIX)) {
                checks.error(
                        FieldPath.member(path, key),
                        "is what Spark Usher knows pods by, for Spark or the pod's author to say: remove it");
            }
        }
    }
}
