package io.sparkusher.e2e.live;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.sparkusher.e2e.Cluster;
import io.sparkusher.e2e.StoredPolicies;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a policy of the tests' own namespace says of itself. */
final class StoredStatus {
    private static final Duration OFTEN = Duration.ofMillis(20);

    private final KubernetesClient client;
    private final StoredPolicies policies;
    private final String name;

    StoredStatus(Cluster cluster, StoredPolicies policies, String name) {
        client = cluster.client();
        this.policies = policies;
        this.name = name;
    }

    GenericKubernetesResource object() {
        return policies.stored("SparkPodPolicy", name);
    }

    /** Waits until the condition is about the generation and as expected, and returns it. */
    Map<String, Object> awaitCondition(long generation, String type, String status, Duration within) {
        return await(type + "=" + status + " of generation " + generation + " of " + name)
                .atMost(within)
                .pollInterval(OFTEN)
                .until(
                        () -> condition(type),
                        condition -> status.equals(condition.get("status"))
                                && String.valueOf(generation)
                                        .equals(String.valueOf(condition.get("observedGeneration"))));
    }

    private Map<String, Object> condition(String type) {
        List<Map<String, Object>> conditions = object().get("status", "conditions");
        return Objects.requireNonNullElse(conditions, List.<Map<String, Object>>of()).stream()
                .filter(condition -> type.equals(condition.get("type")))
                .findFirst()
                .orElse(Map.of());
    }

    void awaitEvent(String type, String reason, Duration within) {
        await("the event " + reason + " of " + name)
                .atMost(within)
                .until(() ->
                        client.events().v1().events().inNamespace(StoredPolicies.NAMESPACE).list().getItems().stream()
                                .anyMatch(event -> tells(event, type, reason)));
    }

    private boolean tells(Event event, String type, String reason) {
        return name.equals(event.getRegarding().getName())
                && type.equals(event.getType())
                && reason.equals(event.getReason());
    }
}
