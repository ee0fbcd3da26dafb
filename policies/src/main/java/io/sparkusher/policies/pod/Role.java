package io.sparkusher.policies.pod;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What a Spark pod is in its application. */
public enum Role {
    Driver("driver"),
    Executor("executor");

    /** The label that Spark sets: org.apache.spark.deploy.k8s.Constants.SPARK_ROLE_LABEL. */
    public static final String SPARK_LABEL = "spark-role";

    /** The label by which a pod that Spark did not make opts in, such as a notebook or a Spark Connect server. */
    public static final String OPT_IN_LABEL = "spark-usher.io/role";

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /** The label's value, which is also how a sentence names the role. */
    public String label() {
        return label;
    }

    /** The role that a pod's labels say; Spark's own label is stronger. Empty for what is no Spark pod. */
    public static Optional<Role> of(JsonNode labels) {
        return named(labels.path(SPARK_LABEL).asText())
                .or(() -> named(labels.path(OPT_IN_LABEL).asText()));
    }

    private static Optional<Role> named(String label) {
        return switch (label) {
            case "driver" -> Optional.of(Driver);
            case "executor" -> Optional.of(Executor);
            default -> Optional.empty();
        };
    }
}
