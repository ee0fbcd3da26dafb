package io.sparkusher.policies.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.Mode;
import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.compile.CompiledPolicy;
import io.sparkusher.policies.decision.Reason;
import io.sparkusher.policies.decision.ReasonCode;
import io.sparkusher.policies.patch.PodDraft;
import io.sparkusher.policies.pod.Role;
import io.sparkusher.policies.pod.SparkContainer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asks, when a driver is reviewed, whether its executors could be admitted, with an executor such as Spark makes of the
 * driver's own pod. It is the driver that is denied for them: whoever submitted reads it, and Spark would ask for a
 * refused executor again and again.
 */
final class ExecutorForecast {
    private static final List<String> APPLICATION_LABELS =
            List.of("spark-app-name", "spark-app-selector", "spark-version");

    /** Any that can be told: a name, an id and, by what it begins with, a version. */
    private static final String STAND_IN = "4";

    private ExecutorForecast() {}

    /** Reasons to deny the driver. */
    static List<Reason> of(JsonNode driver, ReviewedNamespace namespace) {
        Set<PolicyReference> mustApply = namespace.policies().stream()
                .filter(policy ->
                        policy.mode() == Mode.Enforce && policy.onError().deniesDriverForItsExecutors())
                .map(CompiledPolicy::reference)
                .collect(Collectors.toSet());
        if (mustApply.isEmpty()) {
            return List.of();
        }
        PodReviewer reviewer = new PodReviewer(new PodDraft(executorOf(driver)), Role.Executor, namespace);
        reviewer.review();
        return reviewer.failures().entrySet().stream()
                .filter(failure -> mustApply.contains(failure.getKey()))
                .map(failure -> Reason.of(
                        failure.getKey(), ReasonCode.Denied, "Of the driver's executors " + failure.getValue()))
                .toList();
    }

    /** What Spark itself writes into every executor's pod, and nothing that a pod template may add. */
    private static ObjectNode executorOf(JsonNode driver) {
        JsonNode driverLabels = driver.path("metadata").path("labels");
        JsonNode driverSpec = driver.path("spec");
        ObjectNode executor = JsonNodeFactory.instance.objectNode();
        ObjectNode labels = executor.putObject("metadata").putObject("labels");
        // A notebook carries no labels of Spark's; its executors will.
        APPLICATION_LABELS.forEach(
                label -> labels.put(label, driverLabels.path(label).asText(STAND_IN)));
        labels.put(Role.SPARK_LABEL, Role.Executor.label()).put("spark-exec-id", "1");
        ObjectNode spec = executor.putObject("spec");
        ObjectNode container = spec.putArray("containers").addObject().put("name", "spark-kubernetes-executor");
        copy("image", driverSpec.path("containers").path(SparkContainer.indexIn(driver)), container);
        container.putArray("args").add(Role.Executor.label());
        copy("serviceAccountName", driverSpec, spec);
        copy("serviceAccount", driverSpec, spec);
        return executor;
    }

    private static void copy(String member, JsonNode from, ObjectNode to) {
        if (from.has(member)) {
            to.set(member, from.get(member));
        }
    }
}
