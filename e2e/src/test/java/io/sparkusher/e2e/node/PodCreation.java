package io.sparkusher.e2e.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Creates driver pods that Spark once made, in the team's namespace; no scheduler ever looks at them. */
final class PodCreation {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PODS = "/api/v1/namespaces/" + Team.NAMESPACE + "/pods";

    private final KubernetesClient client;
    private final ObjectNode pod;
    private final String query;

    private PodCreation(NodeSettings settings, KubernetesClient client, String query) {
        this.client = client;
        this.pod = recordedDriver(settings.reviews().resolve("spark-4.1.1-driver.json"));
        this.query = query;
    }

    /** Pods that go all the way but the last, into the store. */
    static PodCreation dryRun(NodeSettings settings, KubernetesClient client) {
        return new PodCreation(settings, client, "?dryRun=All");
    }

    static PodCreation storing(NodeSettings settings, KubernetesClient client) {
        return new PodCreation(settings, client, "");
    }

    private static ObjectNode recordedDriver(Path review) {
        try {
            ObjectNode recorded = (ObjectNode) JSON.readTree(review.toFile()).at("/request/object");
            recorded.withObject("/metadata").retain(Set.of("labels", "annotations"));
            ObjectNode spec = recorded.withObject("/spec");
            spec.remove(Set.of("serviceAccount", "serviceAccountName", "priority", "preemptionPolicy"));
            spec.withArray("schedulingGates").addObject().put("name", "spark-usher-e2e/never");
            return recorded;
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Sends one request, and never throws: what became of it is in the attempt. */
    Attempt attempt(int number) {
        ObjectNode named = pod.deepCopy();
        named.withObject("/metadata").put("name", "driver-" + number);
        Instant sent = Instant.now();
        Outcome outcome = outcomeOf(named);
        return new Attempt(number, sent, Duration.between(sent, Instant.now()), outcome);
    }

    private Outcome outcomeOf(ObjectNode named) {
        try {
            String answer = client.raw(PODS + query, "POST", named.toString());
            if (answer == null) {
                return new Outcome.Failed("not found: " + PODS);
            }
            JsonNode created = JSON.readTree(answer);
            return InjectedLabel.isOn(created) ? new Outcome.Injected() : new Outcome.NotInjected();
        } catch (KubernetesClientException exception) {
            return new Outcome.Failed(String.valueOf(exception.getMessage()));
        } catch (IOException exception) {
            return new Outcome.Failed("not JSON: " + exception.getMessage());
        }
    }
}
