package io.sparkusher.policies.review;

import io.sparkusher.policies.patch.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a pod is still valid with what policies added. Faults that it arrived with are its author's business: the API
 * server will tell.
 */
final class PodValidity {
    private final Place pod;
    private final Set<String> arrivedWith;

    PodValidity(Place pod) {
        this.pod = pod;
        this.arrivedWith = new HashSet<>(PodFaults.of(pod.value()));
    }

    /** The faults of the pod as it stands that it did not arrive with. */
    List<String> faults() {
        return PodFaults.of(pod.value()).stream()
                .filter(fault -> !arrivedWith.contains(fault))
                .toList();
    }
}
