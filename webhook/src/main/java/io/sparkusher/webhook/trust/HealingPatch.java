package io.sparkusher.webhook.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sparkusher.certs.TrustBundle;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The JSON patch that makes a webhook configuration what it should be, if nobody has changed it meanwhile. */
final class HealingPatch {
    private final WebhookConfiguration configuration;
    private final ArrayNode operations = JsonNodeFactory.instance.arrayNode();

    private HealingPatch(WebhookConfiguration configuration) {
        this.configuration = configuration;
    }

    /** Without operations where nothing is wrong. */
    static HealingPatch of(WebhookConfiguration configuration, Healing healing, OwnerNamespace owner) {
        HealingPatch patch = new HealingPatch(configuration);
        patch.healBundles(healing);
        patch.adopt(owner);
        return patch;
    }

    private void healBundles(Healing healing) {
        List<TrustBundle> bundles = configuration.bundles();
        for (int index = 0; index < bundles.size(); index++) {
            TrustBundle present = bundles.get(index);
            TrustBundle wanted = healing.heal(present);
            boolean same = present.covers(wanted) && wanted.covers(present);
            if (!same && !wanted.certificates().isEmpty()) {
                add("/webhooks/%d/clientConfig/caBundle".formatted(index), encode(wanted));
            }
        }
    }

    private static JsonNode encode(TrustBundle bundle) {
        return JsonNodeFactory.instance.textNode(
                Base64.getEncoder().encodeToString(bundle.pem().getBytes(StandardCharsets.US_ASCII)));
    }

    private void adopt(OwnerNamespace owner) {
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        boolean owned = false;
        boolean stale = false;
        for (JsonNode reference : configuration.metadata().path("ownerReferences")) {
            owned |= owner.isMeantBy(reference);
            stale |= owner.replaces(reference);
            if (!owner.replaces(reference)) {
                kept.add(reference);
            }
        }
        if (!owned) {
            kept.add(owner.reference());
        }
        if (!owned || stale) {
            add("/metadata/ownerReferences", kept);
        }
    }

    private void add(String path, JsonNode value) {
        operations.addObject().put("op", "add").put("path", path).set("value", value);
    }

    boolean isEmpty() {
        return operations.isEmpty();
    }

    /** The patch, which the API server refuses as a conflict where the configuration is no longer what was read. */
    String json() {
        ArrayNode guarded = JsonNodeFactory.instance.arrayNode();
        guarded.addObject()
                .put("op", "replace")
                .put("path", "/metadata/resourceVersion")
                .put("value", configuration.metadata().path("resourceVersion").asText());
        return guarded.addAll(operations).toString();
    }
}
