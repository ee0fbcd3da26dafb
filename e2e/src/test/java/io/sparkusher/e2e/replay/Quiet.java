package io.sparkusher.e2e.replay;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;

/**
 * When a cluster is done with what it was given: it writes no more than it does for itself. What it writes is told by
 * the resource version of an empty list, which is the number of the last write to the store.
 *
 * @param usual writes in one look at the cluster with nothing to do
 */
record Quiet(KubernetesClient client, long usual) {
    private static final Duration LOOK = Duration.ofSeconds(3);

    /** Nodes are not kept alive at one even rate. */
    private static final double TIMES_USUAL = 1.5;

    private static final int SOME = 30;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Of a cluster that has nothing to do now. */
    static Quiet asNow(KubernetesClient client) throws InterruptedException {
        return new Quiet(client, writes(client));
    }

    /** Waits for it, but not for ever: then whatever comes next is measured beside it. */
    void await() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        long writes = writes(client);
        while (writes > usual * TIMES_USUAL + SOME && Instant.now().isBefore(end)) {
            writes = writes(client);
        }
    }

    private static long writes(KubernetesClient client) throws InterruptedException {
        long before = lastWrite(client);
        Thread.sleep(LOOK.toMillis());
        return lastWrite(client) - before;
    }

    private static long lastWrite(KubernetesClient client) {
        return Long.parseLong(client.configMaps()
                .inNamespace("default")
                .withLabel("spark-usher-e2e/no-such-thing")
                .list()
                .getMetadata()
                .getResourceVersion());
    }
}
