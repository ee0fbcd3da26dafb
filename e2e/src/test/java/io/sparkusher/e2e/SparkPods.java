package io.sparkusher.e2e;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;

/** The least that makes a Spark pod, as any client may create it. */
public final class SparkPods {
    private SparkPods() {}

    public static Pod driver(String name) {
        return sparkPod(name, "driver").build();
    }

    public static Pod executor(String name, int number) {
        return sparkPod(name, "executor")
                .editMetadata()
                .addToLabels("spark-exec-id", String.valueOf(number))
                .endMetadata()
                .build();
    }

    private static PodBuilder sparkPod(String name, String role) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .addToLabels("spark-role", role)
                .addToLabels("spark-app-selector", "spark-" + name)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("spark-kubernetes-" + role)
                .withImage("localhost/spark:4.1.1")
                .withArgs(role)
                .endContainer()
                .endSpec();
    }
}
