package io.sparkusher.webhook.cluster;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;

/** Makes JSON of a policy or node pool as the API server stores it. */
final class StoredPolicy {
    /** What the API server keeps for itself or for others, and changes without changing the policy. */
    private static final List<String> NOT_OURS =
            List.of("managedFields", "resourceVersion", "ownerReferences", "finalizers", "deletionTimestamp");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private StoredPolicy() {}

    /**
     * The object with every field of its spec, also those that this program does not know. Of its status, the version
     * that is in force alone: that what was written about a policy is news of it would never end.
     */
    static ObjectNode of(GenericKubernetesResource resource) {
        ObjectNode object = MAPPER.valueToTree(resource);
        object.withObject("metadata").remove(NOT_OURS);
        JsonNode inForce = object.path("status").path("inForce");
        object.remove("status");
        if (inForce.isObject()) {
            object.putObject("status").set("inForce", inForce);
        }
        return object;
    }
}
