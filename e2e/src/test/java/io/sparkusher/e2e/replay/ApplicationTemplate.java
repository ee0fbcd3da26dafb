package io.sparkusher.e2e.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The pods of an application, with what differs from one to the next left open.
 *
 * @param driver a pod as JSON
 * @param executor a pod as JSON
 */
record ApplicationTemplate(String driver, String executor) {
    static final String NAMESPACE = "@namespace@";

    /** Sixteen hexadecimal digits, which Spark too puts behind the names of what belongs together. */
    static final String MARK = "@mark@";

    static final String EXECUTOR = "@executor@";
    static final String DRIVER_UID = "@driver-uid@";

    private static final String NAME = "etl-" + MARK;
    private static final String APPLICATION = "spark-" + MARK + MARK;
    private static final String DRIVER = NAME + "-driver";

    /** Of the reviews that a Spark 4.1.1 gave rise to. */
    static ApplicationTemplate read(Path reviews) throws IOException {
        return new ApplicationTemplate(
                driver(SubmittedPod.in(reviews.resolve("spark-4.1.1-driver.json"))),
                executor(SubmittedPod.in(reviews.resolve("spark-4.1.1-executor.json"))));
    }

    private static String driver(ObjectNode pod) {
        common(pod, DRIVER);
        setConfigMap(pod, "spark-drv-" + MARK + "-conf-map");
        return pod.toString();
    }

    private static String executor(ObjectNode pod) {
        String name = NAME + "-exec-" + EXECUTOR;
        common(pod, name);
        pod.withObject("/spec").put("hostname", name);
        pod.withObject("/metadata/labels").put("spark-exec-id", EXECUTOR);
        ((ObjectNode) pod.at("/metadata/ownerReferences/0")).put("name", DRIVER).put("uid", DRIVER_UID);
        setVariable(pod, "SPARK_EXECUTOR_ID", EXECUTOR);
        setVariable(
                pod,
                "SPARK_DRIVER_URL",
                "spark://CoarseGrainedScheduler@" + NAME + "-driver-svc." + NAMESPACE + ".svc:7078");
        setConfigMap(pod, "spark-exec-" + MARK + "-conf-map");
        return pod.toString();
    }

    private static void common(ObjectNode pod, String name) {
        pod.withObject("/metadata").put("name", name).put("namespace", NAMESPACE);
        pod.withObject("/metadata/labels").put("spark-app-name", "etl").put("spark-app-selector", APPLICATION);
        pod.withObject("/spec/nodeSelector").put(PaperNodes.LABEL, "true");
        setVariable(pod, "SPARK_APPLICATION_ID", APPLICATION);
    }

    private static void setVariable(ObjectNode pod, String name, String value) {
        for (JsonNode variable : pod.at("/spec/containers/0/env")) {
            if (variable.path("name").asText().equals(name)) {
                ((ObjectNode) variable).put("value", value);
            }
        }
    }

    private static void setConfigMap(ObjectNode pod, String name) {
        for (JsonNode volume : pod.at("/spec/volumes")) {
            if (volume.has("configMap")) {
                volume.withObject("/configMap").put("name", name);
            }
        }
    }
}
