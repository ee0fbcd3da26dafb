package io.sparkusher.webhook.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Both versions of an object whole, as a review brings them: for reviews that are rare and of small objects.
 *
 * @param object the one to be stored, empty where there is none
 * @param oldObject the one that is stored, empty where there is none
 */
public record ReviewedVersions(ObjectNode object, ObjectNode oldObject) {
    /** Of a body that {@link AdmissionReviewReader} found to be an AdmissionReview. */
    public static ReviewedVersions of(byte[] body) {
        try {
            JsonNode request = AdmissionJson.MAPPER.readTree(body).path("request");
            return new ReviewedVersions(version(request.path("object")), version(request.path("oldObject")));
        } catch (IOException impossible) {
            throw new UncheckedIOException("Bytes that were read once can be read again", impossible);
        }
    }

    private static ObjectNode version(JsonNode node) {
        return node instanceof ObjectNode object ? object : AdmissionJson.MAPPER.createObjectNode();
    }
}
