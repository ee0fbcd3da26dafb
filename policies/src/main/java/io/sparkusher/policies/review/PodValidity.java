package io.sparkusher.policies.review;

import io.sparkusher.policies.injection.CannotApplyException;
import io.sparkusher.policies.patch.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a pod is still valid with what a policy added. Faults that it arrived with are its author's business: the API
 * server will tell.
 */
final class PodValidity {
    private final Place pod;
    private final Set<String> arrivedWith;

    PodValidity(Place pod) {
        this.pod = pod;
        this.arrivedWith = new HashSet<>(PodFaults.of(pod.value()));
    }

    /**
     * Checks the pod as it stands.
     *
     * @throws CannotApplyException with the first fault that it did not arrive with
     */
    void check() {
        List<String> faults = PodFaults.of(pod.value());
        faults.stream()
                .filter(fault -> !arrivedWith.contains(fault))
                .findFirst()
                .ifPresent(fault -> {
                    throw new CannotApplyException(fault);
                });
    }
}
