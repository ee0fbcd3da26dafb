package io.sparkusher.webhook.review;

import com.fasterxml.jackson.databind.JsonNode;
import io.sparkusher.webhook.admission.AdmissionRequest;

/**
 * Whom a line of the log is about.
 *
 * @param name the pod's, or {@code generateName} with a {@code *} where it has none yet
 * @param role {@code driver}, {@code executor}, or empty
 */
record PodIdentity(String uid, String namespace, String resource, String name, String role) {
    static PodIdentity of(AdmissionRequest request) {
        JsonNode metadata = request.review().object().path("metadata");
        JsonNode labels = metadata.path("labels");
        return new PodIdentity(
                request.uid(),
                request.review().namespace(),
                request.review().resource(),
                name(request, metadata),
                labels.path("spark-role")
                        .asText(labels.path("spark-usher.io/role").asText("")));
    }

    private static String name(AdmissionRequest request, JsonNode metadata) {
        String name = request.name().isEmpty() ? metadata.path("name").asText("") : request.name();
        String generateName = metadata.path("generateName").asText("");
        return name.isEmpty() && !generateName.isEmpty() ? generateName + "*" : name;
    }
}
