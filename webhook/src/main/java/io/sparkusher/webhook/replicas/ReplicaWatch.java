package io.sparkusher.webhook.replicas;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.Objects;

/** Tells when a replica comes, goes, or tells something else than before; not of mere renewals. */
public final class ReplicaWatch implements AutoCloseable {
    private final SharedIndexInformer<Lease> informer;

    private ReplicaWatch(SharedIndexInformer<Lease> informer) {
        this.informer = informer;
    }

    /** @param changed must return at once */
    public static ReplicaWatch start(KubernetesClient client, String namespace, Runnable changed) {
        SharedIndexInformer<Lease> informer = client.leases()
                .inNamespace(namespace)
                .withLabel(LeaseNames.REPLICA_LABEL, LeaseNames.WEBHOOK)
                .runnableInformer(0);
        informer.exceptionHandler((started, exception) -> true);
        informer.addEventHandler(new Changes(changed));
        informer.start();
        return new ReplicaWatch(informer);
    }

    @Override
    public void close() {
        informer.close();
    }

    private record Changes(Runnable changed) implements ResourceEventHandler<Lease> {
        @Override
        public void onAdd(Lease lease) {
            changed.run();
        }

        @Override
        public void onUpdate(Lease before, Lease lease) {
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
}
