package io.sparkusher.webhook.cluster;

import io.sparkusher.policies.catalog.Evaluation;
import java.util.Optional;

/** What the objects of the cluster come to, as this replica sees them. Safe for any number of threads. */
public interface ClusterPolicies {
    /** What reviews go by since the last change; empty until everything has been listed once. */
    Optional<Evaluation> current();

    /**
     * Has this run after every change of {@link #current()}, and never before reviews go by it. It runs on the thread
     * that watches over the changes, so it must not block.
     */
    void onChange(Runnable listener);
}
