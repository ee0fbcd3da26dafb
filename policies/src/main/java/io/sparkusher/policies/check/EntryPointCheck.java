package io.sparkusher.policies.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.PodSection;
import io.sparkusher.policies.kubernetes.MountPath;
import io.sparkusher.policies.source.FieldPath;

/** Warns of what the entry point of Spark's own images takes amiss: docs/spark-images.md says how it works. */
record EntryPointCheck(Checks checks) {
    private static final String NUMBERED = "SPARK_JAVA_OPT_";
    private static final String READ_ONLY = "readOnlyRootFilesystem";
    private static final String WORKING_DIRECTORY = "/opt/spark/work-dir";

    void check(String path, PodSection section) {
        for (int index = 0; index < section.env().size(); index++) {
            variable(FieldPath.element(path + ".env", index), section.env().get(index));
        }
        ObjectNode context = section.securityContext();
        if (context != null && context.path(READ_ONLY).asBoolean() && !mountsWorkingDirectory(section)) {
            checks.document()
                    .warning(
                            path + ".securityContext." + READ_ONLY,
                            "is true, but the entry point of Spark's own images writes into its working directory, "
                                    + WORKING_DIRECTORY + ": mount an emptyDir there, and one at /tmp");
        }
    }

    private void variable(String path, ObjectNode variable) {
        String name = variable.path("name").asText();
        if (name.startsWith(NUMBERED)) {
            checks.document()
                    .warning(
                            path + ".name",
                            "is " + name
                                    + ", by which Spark itself may give an executor an option: only one of both can"
                                    + " stand; set spark.executor.defaultJavaOptions under spec.driver.sparkConf instead");
        }
    }

    private static boolean mountsWorkingDirectory(PodSection section) {
        return section.volumeMounts().stream()
                .map(mount -> MountPath.canonical(mount.path("mountPath").asText()))
                .anyMatch(WORKING_DIRECTORY::equals);
    }
}
