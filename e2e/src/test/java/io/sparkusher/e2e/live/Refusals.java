package io.sparkusher.e2e.live;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Optional;

/** What the API server does not accept. */
final class Refusals {
    private Refusals() {}

    /** Its words; empty where it accepted. */
    static Optional<String> of(Runnable request) {
        try {
            request.run();
            return Optional.empty();
        } catch (KubernetesClientException exception) {
            return Optional.of(String.valueOf(exception.getMessage()));
        }
    }
}
