package io.sparkusher.webhook.trust;

import com.fasterxml.jackson.databind.JsonNode;
import io.sparkusher.certs.InvalidPemException;
import io.sparkusher.certs.TrustBundle;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A mutating or validating webhook configuration, as it was read.
 *
 * @param object all of it
 */
record WebhookConfiguration(JsonNode object) {
    /** For people. */
    String name() {
        return object.path("kind").asText() + " "
                + object.path("metadata").path("name").asText();
    }

    JsonNode metadata() {
        return object.path("metadata");
    }

    /** What each of its webhooks trusts, in their order. */
    List<TrustBundle> bundles() {
        return StreamSupport.stream(object.path("webhooks").spliterator(), false)
                .map(webhook ->
                        bundle(webhook.path("clientConfig").path("caBundle").asText()))
                .toList();
    }

    private static TrustBundle bundle(String encoded) {
        try {
            return TrustBundle.fromPem(new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8));
        } catch (InvalidPemException | IllegalArgumentException empty) {
            return TrustBundle.EMPTY;
        }
    }
}
