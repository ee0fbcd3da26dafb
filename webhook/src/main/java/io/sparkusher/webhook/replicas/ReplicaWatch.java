package io.sparkusher.webhook.replicas;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Tells what the watch over the Leases brings.
 *
 * @param seen takes every Lease that is new or renewed
 * @param changed run when a replica comes, goes, or tells something else than before
 */
record ReplicaWatch(Consumer<Lease> seen, Runnable changed) implements ResourceEventHandler<Lease> {
    @Override
    public void onAdd(Lease lease) {
        seen.accept(lease);
        changed.run();
    }

    @Override
    public void onUpdate(Lease before, Lease lease) {
        seen.accept(lease);
        if (!Objects.equals(
                before.getMetadata().getAnnotations(), lease.getMetadata().getAnnotations())) {
            changed.run();
        }
    }

    @Override
    public void onDelete(Lease lease, boolean unknownState) {
        changed.run();
    }
}
