package io.sparkusher.e2e.replay;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The pods of some namespaces, as many as there are. */
record StoredPods(KubernetesClient client, List<String> namespaces) {
    private static final String APPLIED = "/metadata/annotations/spark-usher.io~1applied";
    private static final String AT_ONCE = "{\"gracePeriodSeconds\":0,\"propagationPolicy\":\"Background\"}";

    /** The scheduler falls behind those who create pods. */
    private static final Duration TO_BE_BOUND = Duration.ofMinutes(15);

    private static final Duration TO_END = Duration.ofMinutes(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /**
     * How many there are, and on how many a policy left its mark.
     *
     * @param marked with the annotation that says which policies were applied
     */
    record Count(int pods, int marked) {}

    /** Whether a policy left its mark on it. */
    static boolean isMarked(JsonNode pod) {
        return !pod.at(APPLIED).isMissingNode();
    }

    Count count() {
        List<Boolean> marks = new ArrayList<>();
        namespaces.forEach(namespace -> eachPage(namespace, pods -> pods.forEach(pod -> marks.add(isMarked(pod)))));
        return new Count(
                marks.size(), (int) marks.stream().filter(marked -> marked).count());
    }

    private void eachPage(String namespace, Consumer<JsonNode> page) {
        String next = "";
        do {
            JsonNode list = Json.object(client.raw(path(namespace) + "?limit=500&continue=" + next));
            page.accept(list.path("items"));
            next = list.at("/metadata/continue").asText();
        } while (!next.isEmpty());
    }

    /** Waits until the scheduler has found a node for every one. */
    void awaitBound() {
        await("nodes for the pods of " + namespaces)
                .atMost(TO_BE_BOUND)
                .pollInterval(BETWEEN_LOOKS)
                .until(() ->
                        namespaces.stream().noneMatch(namespace -> any(namespace, "&fieldSelector=spec.nodeName%3D")));
    }

    /** Deletes all without letting them end, and waits until none is left. */
    void deleteAll() {
        await("the end of the pods of " + namespaces)
                .atMost(TO_END)
                .pollDelay(Duration.ZERO)
                .ignoreExceptionsInstanceOf(
                        KubernetesClientException.class) // so many may take longer than a request may
                .until(() -> {
                    namespaces.forEach(namespace -> client.raw(path(namespace), "DELETE", AT_ONCE));
                    return namespaces.stream().noneMatch(namespace -> any(namespace, ""));
                });
    }

    private boolean any(String namespace, String selection) {
        return !Json.object(client.raw(path(namespace) + "?limit=1" + selection))
                .path("items")
                .isEmpty();
    }

    private static String path(String namespace) {
        return "/api/v1/namespaces/" + namespace + "/pods";
    }
}
