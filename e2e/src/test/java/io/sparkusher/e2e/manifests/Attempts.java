package io.sparkusher.e2e.manifests;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.sparkusher.e2e.Cluster;

/**
 * What the API server says to what somebody tries. It learns of roles and admission policies a moment after it stored
 * them: so it is asked again, and nobody should try what changes the outcome of the next attempt.
 */
final class Attempts {
    private Attempts() {}

    static void assertAccepted(Runnable attempt) {
        await().atMost(Cluster.TO_SETTLE).untilAsserted(() -> assertDoesNotThrow(attempt::run));
    }

    /** It is refused, with this among the API server's words. */
    static void assertRefused(String sentence, Runnable attempt) {
        await().atMost(Cluster.TO_SETTLE).untilAsserted(() -> {
            KubernetesClientException refusal = assertThrows(KubernetesClientException.class, attempt::run);
            String words = String.valueOf(refusal.getMessage());
            assertTrue(words.contains(sentence), () -> sentence + " in " + words);
        });
    }
}
