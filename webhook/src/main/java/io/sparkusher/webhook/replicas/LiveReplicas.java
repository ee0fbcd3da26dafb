package io.sparkusher.webhook.replicas;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.List;

/** The replicas that are there. It has to be watched before it matters, so that it is known who has gone already. */
public final class LiveReplicas implements AutoCloseable {
    private final KubernetesClient client;
    private final String namespace;
    private final LeaseAges ages = new LeaseAges(System::nanoTime);
    private final SharedIndexInformer<Lease> informer;

    private LiveReplicas(KubernetesClient client, String namespace, Runnable changed) {
        this.client = client;
        this.namespace = namespace;
        informer = client.leases()
                .inNamespace(namespace)
                .withLabel(LeaseNames.REPLICA_LABEL, LeaseNames.WEBHOOK)
                .runnableInformer(0);
        // A watch that could not begin is tried again.
        informer.exceptionHandler((started, exception) -> true);
        informer.addEventHandler(new ReplicaWatch(ages::see, changed));
    }

    /**
     * Begins to watch.
     *
     * @param changed run when a replica comes, goes, or tells something else than before, not when one is merely still
     *     there; must return at once
     */
    public static LiveReplicas watch(KubernetesClient client, String namespace, Runnable changed) {
        LiveReplicas replicas = new LiveReplicas(client, namespace, changed);
        replicas.informer.start();
        return replicas;
    }

    /**
     * Asks the API server, not a cache: every replica whose Lease was written before this was called is in the answer,
     * as it then was or later.
     *
     * @throws KubernetesClientException if the API server does not answer
     */
    public List<ReplicaReport> list() {
        List<Lease> leases = client.leases()
                .inNamespace(namespace)
                .withLabel(LeaseNames.REPLICA_LABEL, LeaseNames.WEBHOOK)
                .list()
                .getItems();
        return ages.live(leases).stream().map(ReplicaReport::of).toList();
    }

    @Override
    public void close() {
        informer.close();
    }
}
