package io.sparkusher.webhook.status;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.webhook.cluster.PolicyKind;

/** Puts a new status in the place of the one that is stored. */
final class StatusPatch {
    private StatusPatch() {}

    /**
     * Replaces the status as a whole. A merge would leave fields of an older {@code inForce.spec} in the new one.
     *
     * @return the object as it is now stored
     * @throws KubernetesClientException with the code 409 if the object has changed since it was read, in whatever way
     */
    static GenericKubernetesResource apply(KubernetesClient client, StoredObject object, ObjectNode status) {
        return resource(client, object.reference())
                .subresource("status")
                .patch(PatchContext.of(PatchType.JSON), operations(object.version(), status));
    }

    private static Resource<GenericKubernetesResource> resource(KubernetesClient client, PolicyReference reference) {
        MixedOperation<GenericKubernetesResource, ?, Resource<GenericKubernetesResource>> all =
                client.genericKubernetesResources(
                        PolicyKind.valueOf(reference.kind()).context());
        return reference.namespace().isEmpty()
                ? all.withName(reference.name())
                : all.inNamespace(reference.namespace()).withName(reference.name());
    }

    /** The version is not tested but set: so a change in between is a conflict, and not an invalid patch. */
    private static String operations(String version, ObjectNode status) {
        ArrayNode operations = JsonNodeFactory.instance.arrayNode();
        operations
                .addObject()
                .put("op", "replace")
                .put("path", "/metadata/resourceVersion")
                .put("value", version);
        operations.addObject().put("op", "add").put("path", "/status").set("value", status);
        return operations.toString();
    }
}
