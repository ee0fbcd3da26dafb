package io.sparkusher.e2e.manifests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** Sends objects of Spark Usher's kinds to the API server as they were written. */
record CustomResources(KubernetesClient client) {
    static final String API_VERSION = "spark-usher.io/v1alpha1";

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private static final Map<String, String> PLURALS = Map.of(
            "SparkPodPolicy", "sparkpodpolicies",
            "ClusterSparkPodPolicy", "clustersparkpodpolicies",
            "SparkNodePool", "sparknodepools");

    /** Whether the object is of one of the kinds. */
    static boolean areOfTheKind(ObjectNode object) {
        return object.path("apiVersion").asText().equals(API_VERSION);
    }

    /**
     * What the API server would store; nothing is stored.
     *
     * @throws KubernetesClientException where it refuses the object, also for a field that it does not know
     */
    ObjectNode dryRun(ObjectNode object) {
        return read(client.raw(path(object) + "?dryRun=All&fieldValidation=Strict", "POST", object.toString()));
    }

    /** What is stored, without the fields that the API server does not know. */
    ObjectNode create(ObjectNode object) {
        return read(client.raw(path(object) + "?fieldValidation=Ignore", "POST", object.toString()));
    }

    /** Removes what is stored of the object. */
    void delete(ObjectNode object) {
        client.raw(path(object) + "/" + object.path("metadata").path("name").asText(), "DELETE", null);
    }

    /** Why the API server would refuse the object, in its words; empty where it would take it. */
    Optional<String> refusal(ObjectNode object) {
        try {
            dryRun(object);
            return Optional.empty();
        } catch (KubernetesClientException exception) {
            return Optional.of(String.valueOf(exception.getMessage()));
        }
    }

    private static String path(ObjectNode object) {
        String namespace = object.path("metadata").path("namespace").asText();
        String place = namespace.isEmpty() ? "" : "/namespaces/" + namespace;
        return "/apis/" + API_VERSION + place + "/"
                + PLURALS.get(object.path("kind").asText());
    }

    private static ObjectNode read(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
