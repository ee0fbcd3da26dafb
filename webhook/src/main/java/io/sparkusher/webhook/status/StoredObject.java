package io.sparkusher.webhook.status;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.PolicyReference;

/**
 * What is kept of an object that the API server stores.
 *
 * @param reference with the generation of its spec
 * @param version its {@code metadata.resourceVersion}
 * @param status an empty object where it has none; never changed by whoever reads it
 */
record StoredObject(PolicyReference reference, String uid, String version, ObjectNode status) {}
