package io.sparkusher.webhook.provision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.events.v1.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.sparkusher.policies.api.PolicyObject;
import io.sparkusher.policies.catalog.ClusterObjects;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of a trouble on every policy that it keeps from having what it asks for. */
final class TroubleEvents {
    private static final Logger LOGGER = LoggerFactory.getLogger(TroubleEvents.class);

    /** The API server takes microseconds, all six digits and no more. */
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /** Where Kubernetes itself puts the events of objects that have no namespace. */
    private static final String NAMESPACE_OF_THE_CLUSTER = "default";

    /** The longest note that the API server takes. */
    private static final int LONGEST_NOTE = 1024;

    private static final String ACTION = "Provision";

    private final KubernetesClient client;
    private final String instance;
    private final InstantSource clock;

    /** @param instance which process tells */
    TroubleEvents(KubernetesClient client, String instance, InstantSource clock) {
        this.client = client;
        this.instance = instance;
        this.clock = clock;
    }

    void tell(Trouble trouble, ClusterObjects objects) {
        objects.policies().stream()
                .filter(policy -> isOneOf(trouble.policies(), policy))
                .forEach(policy -> create(event(trouble, policy.path("kind").asText(), policy.path("metadata"))));
    }

    private static boolean isOneOf(Collection<String> paths, ObjectNode policy) {
        String kind = policy.path("kind").asText();
        String namespace = policy.path("metadata").path("namespace").asText();
        String name = policy.path("metadata").path("name").asText();
        return paths.contains(namespace.isEmpty() ? kind + "/" + name : kind + "/" + namespace + "/" + name);
    }

    private Event event(Trouble trouble, String kind, JsonNode metadata) {
        Instant now = clock.instant();
        String policyNamespace = metadata.path("namespace").asText();
        String namespace = policyNamespace.isEmpty() ? NAMESPACE_OF_THE_CLUSTER : policyNamespace;
        String sentence = trouble.sentence();
        return new EventBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withGenerateName("spark-usher-provisioner-")
                .endMetadata()
                .withEventTime(new MicroTime(MICROSECONDS.format(now)))
                .withReportingController(PolicyObject.GROUP + "/provisioner")
                .withReportingInstance(instance)
                .withAction(ACTION)
                .withReason(trouble.code().name())
                .withType("Warning")
                .withNote(sentence.length() > LONGEST_NOTE ? sentence.substring(0, LONGEST_NOTE) : sentence)
                .withRegarding(regarding(kind, metadata, policyNamespace))
                .build();
    }

    private static ObjectReference regarding(String kind, JsonNode metadata, String namespace) {
        ObjectReference reference = new ObjectReference();
        reference.setApiVersion(PolicyObject.API_VERSION);
        reference.setKind(kind);
        reference.setNamespace(namespace.isEmpty() ? null : namespace);
        reference.setName(metadata.path("name").asText());
        reference.setUid(metadata.path("uid").asText());
        return reference;
    }

    private void create(Event event) {
        try {
            client.resource(event).create();
        } catch (KubernetesClientException exception) {
            LOGGER.warn("An event could not be written, of which the log tells too: {}", exception.getMessage());
        }
    }
}
