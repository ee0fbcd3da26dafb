package io.sparkusher.webhook.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The namespace that the replicas run in. It owns the webhook configurations: they end with it, and nobody is left who
 * asks at a door that has gone.
 */
public record OwnerNamespace(String name, String uid) {
    private static final Logger LOGGER = LoggerFactory.getLogger(OwnerNamespace.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final String KIND = "Namespace";

    /**
     * As it is in the cluster, however long the API server takes to answer, or to let itself be asked.
     *
     * @throws IllegalStateException if there is no such namespace
     */
    public static OwnerNamespace await(KubernetesClient client, String name) throws InterruptedException {
        for (boolean told = false; ; told = true) {
            try {
                return find(client, name);
            } catch (KubernetesClientException exception) {
                if (!told) {
                    LOGGER.warn("The namespace {} cannot be read: it is tried again until it can", name, exception);
                }
                TimeUnit.MILLISECONDS.sleep(RETRY.toMillis());
            }
        }
    }

    /**
     * As it is in the cluster now.
     *
     * @throws KubernetesClientException if the API server does not answer, or refuses to
     * @throws IllegalStateException if there is no such namespace
     */
    public static OwnerNamespace find(KubernetesClient client, String name) {
        Namespace namespace = client.namespaces().withName(name).get();
        if (namespace == null) {
            throw new IllegalStateException("There is no namespace \"%s\": name the one of the pods.".formatted(name));
        }
        return new OwnerNamespace(name, namespace.getMetadata().getUid());
    }

    /** Whether the reference is to this very namespace, and not to one that had its name before. */
    boolean isMeantBy(JsonNode reference) {
        return reference.path("uid").asText().equals(uid);
    }

    /** Whether the reference is to a namespace of this name that has gone: whatever it owns will be removed. */
    boolean replaces(JsonNode reference) {
        return reference.path("kind").asText().equals(KIND)
                && reference.path("name").asText().equals(name)
                && !isMeantBy(reference);
    }

    /** An entry of {@code metadata.ownerReferences}. */
    ObjectNode reference() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("apiVersion", "v1")
                .put("kind", KIND)
                .put("name", name)
                .put("uid", uid)
                .put("controller", false)
                .put("blockOwnerDeletion", false);
    }
}
