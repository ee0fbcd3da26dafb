package io.sparkusher.webhook.cluster;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.sparkusher.policies.catalog.SpecSize;
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
     * The object with every field of its spec, also those that this program does not know. Of its status, the older
     * version that is in force alone: that what was written about a policy is news of it would never end. A spec that is
     * too large or too deep to be anybody's policy is left out, with a text in its place that says so: one object must
     * not take the memory that all others need.
     */
    static ObjectNode of(GenericKubernetesResource resource) {
        try {
            ObjectNode object = MAPPER.valueToTree(resource);
            object.withObject("metadata").remove(NOT_OURS);
            JsonNode inForce = object.path("status").path("inForce");
            object.remove("status");
            if (inForce.isObject() && !isNewest(inForce, object)) {
                object.putObject("status").set("inForce", inForce);
            }
            return SpecSize.of(object).isTooLarge() ? withoutSpec(resource, SpecSize.TOO_LARGE) : object;
        } catch (IllegalArgumentException | StackOverflowError tooDeep) {
            return withoutSpec(resource, "nested too deeply");
        }
    }

    private static boolean isNewest(JsonNode inForce, ObjectNode object) {
        return inForce.path("generation").asLong()
                == object.path("metadata").path("generation").asLong();
    }

    private static ObjectNode withoutSpec(GenericKubernetesResource resource, String reason) {
        ObjectNode object = MAPPER.createObjectNode();
        object.put("apiVersion", resource.getApiVersion()).put("kind", resource.getKind());
        object.putObject("metadata")
                .put("name", resource.getMetadata().getName())
                .put("namespace", resource.getMetadata().getNamespace())
                .put("uid", resource.getMetadata().getUid())
                .put("generation", resource.getMetadata().getGeneration());
        return object.put("spec", reason);
    }
}
