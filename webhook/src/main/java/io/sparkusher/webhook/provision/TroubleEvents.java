package io.sparkusher.webhook.provision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.catalog.ClusterObjects;
import io.sparkusher.webhook.events.EventContent;
import io.sparkusher.webhook.events.EventSource;
import io.sparkusher.webhook.events.PolicyEvent;
import io.sparkusher.webhook.events.PolicyEvent.Severity;
import java.time.InstantSource;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of a trouble on every policy that it keeps from having what it asks for. */
final class TroubleEvents {
    private static final Logger LOGGER = LoggerFactory.getLogger(TroubleEvents.class);

    private final KubernetesClient client;
    private final EventContent content;

    /** @param instance which process tells */
    TroubleEvents(KubernetesClient client, String instance, InstantSource clock) {
        this.client = client;
        content = new EventContent(new EventSource("spark-usher.io/provisioner", "Provision", instance), clock);
    }

    void tell(Trouble trouble, ClusterObjects objects) {
        objects.policies().stream()
                .map(policy -> event(trouble, policy))
                .filter(event -> trouble.policies().contains(event.object().path()))
                .forEach(this::create);
    }

    private static PolicyEvent event(Trouble trouble, ObjectNode policy) {
        JsonNode metadata = policy.path("metadata");
        PolicyReference reference = new PolicyReference(
                policy.path("kind").asText(),
                metadata.path("namespace").asText(),
                metadata.path("name").asText(),
                OptionalLong.of(metadata.path("generation").asLong()));
        return new PolicyEvent(
                reference,
                metadata.path("uid").asText(),
                Severity.Warning,
                trouble.code().name(),
                trouble.sentence());
    }

    private void create(PolicyEvent event) {
        try {
            client.resource(content.of(event)).create();
        } catch (KubernetesClientException exception) {
            LOGGER.warn("An event could not be written, of which the log tells too: {}", exception.getMessage());
        }
    }
}
