package io.sparkusher.policies.pod;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a review is asked about, as the API server's request says it.
 *
 * @param namespace {@code request.namespace}: the pod's own may be empty
 * @param operation {@code CREATE}, {@code UPDATE}, ...
 * @param resource the plural resource, {@code pods} for pods; other API groups are prefixed, {@code deployments.apps}
 * @param subResource {@code binding}, {@code status}, ..., empty for the resource itself
 * @param object what arrived: of a pod, {@code metadata} and {@code spec} suffice. A review takes possession of it and
 *     may change it
 */
public record PodReview(String namespace, String operation, String resource, String subResource, ObjectNode object) {
    /** The creation of a pod. */
    public static PodReview ofCreation(String namespace, ObjectNode pod) {
        return new PodReview(namespace, "CREATE", "pods", "", pod);
    }
}
