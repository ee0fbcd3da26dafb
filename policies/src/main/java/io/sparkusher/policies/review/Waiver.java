package io.sparkusher.policies.review;

import com.fasterxml.jackson.databind.JsonNode;

/** A pod's own word that it wants nothing of policies whose band is Default. Required ones it cannot waive. */
final class Waiver {
    static final String ANNOTATION = "spark-usher.io/skip";

    private Waiver() {}

    static boolean isOn(JsonNode pod) {
        return pod.path("metadata")
                .path("annotations")
                .path(ANNOTATION)
                .asText()
                .equals("true");
    }
}
