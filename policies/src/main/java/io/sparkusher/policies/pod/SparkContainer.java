package io.sparkusher.policies.pod;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the container in which Spark runs. Pod templates may name it anything and put others before it, so the surest
 * sign counts first: what the pod's author says, the environment that Spark sets, the arguments that its entry point
 * takes, the names that Spark gives, and that there is no other container.
 */
public final class SparkContainer {
    /** The annotation by which a pod names the container itself. */
    public static final String ANNOTATION = "spark-usher.io/container";

    /** Set by Spark's BasicDriverFeatureStep and BasicExecutorFeatureStep. */
    private static final Set<String> ENVIRONMENT = Set.of("SPARK_APPLICATION_ID", "SPARK_DRIVER_URL");

    /** Spark's defaults: Constants.DEFAULT_DRIVER_CONTAINER_NAME, DEFAULT_EXECUTOR_CONTAINER_NAME, and 3.0's. */
    private static final Set<String> NAMES = Set.of("spark-kubernetes-driver", "spark-kubernetes-executor", "executor");

    private static final int NONE = -1;

    private SparkContainer() {}

    /** The index among {@code spec.containers}, or a negative number where it cannot be told. */
    public static int indexIn(JsonNode pod) {
        JsonNode containers = pod.path("spec").path("containers");
        String named = pod.path("metadata").path("annotations").path(ANNOTATION).asText();
        if (!named.isEmpty()) {
            return first(
                    containers, container -> container.path("name").asText().equals(named));
        }
        int found = first(containers, SparkContainer::hasSparkEnvironment);
        if (found == NONE) {
            found = first(containers, SparkContainer::hasRoleArgument);
        }
        if (found == NONE) {
            found = first(
                    containers,
                    container -> NAMES.contains(container.path("name").asText()));
        }
        return found == NONE && containers.size() == 1 ? 0 : found;
    }

    private static int first(JsonNode containers, Predicate<JsonNode> sign) {
        for (int index = 0; index < containers.size(); index++) {
            if (sign.test(containers.get(index))) {
                return index;
            }
        }
        return NONE;
    }

    private static boolean hasSparkEnvironment(JsonNode container) {
        for (JsonNode variable : container.path("env")) {
            if (ENVIRONMENT.contains(variable.path("name").asText())) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasRoleArgument(JsonNode container) {
        for (JsonNode argument : container.path("args")) {
            if (argument.asText().equals("driver") || argument.asText().equals("executor")) {
                return true;
            }
        }
        return false;
    }
}
