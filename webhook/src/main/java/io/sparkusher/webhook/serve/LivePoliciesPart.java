package io.sparkusher.webhook.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.sparkusher.policies.source.Problem;
import io.sparkusher.webhook.cluster.ClusterClient;
import io.sparkusher.webhook.cluster.ClusterPolicies;
import io.sparkusher.webhook.cluster.LivePolicies;
import io.sparkusher.webhook.inforce.PolicyStore;
import java.time.InstantSource;
import java.util.List;

/** Policies from the cluster, and the connection to it. */
final class LivePoliciesPart implements PoliciesPart {
    private final KubernetesClient client;
    private final LivePolicies policies;

    private LivePoliciesPart(KubernetesClient client, LivePolicies policies) {
        this.client = client;
        this.policies = policies;
    }

    /** Returns at once, whether the API server answers or not. */
    static LivePoliciesPart start(PolicySource.Cluster source) {
        KubernetesClient client = ClusterClient.create();
        return new LivePoliciesPart(
                client,
                LivePolicies.start(client, source.kubernetesVersion(), source.coalescing(), InstantSource.system()));
    }

    /** For whatever else talks to the API server; closed with this part. */
    KubernetesClient client() {
        return client;
    }

    /** What the objects of the cluster come to. */
    ClusterPolicies policies() {
        return policies;
    }

    @Override
    public PolicyStore store() {
        return policies.store();
    }

    @Override
    public String description() {
        return "from the cluster at %s, as they change there".formatted(client.getMasterUrl());
    }

    @Override
    public List<Problem> check(ObjectNode object) {
        return policies.check(object);
    }

    @Override
    public void register(MeterRegistry registry) {
        policies.contacts().register(registry, InstantSource.system());
    }

    @Override
    public void awaitFirst() throws InterruptedException {
        policies.awaitFirst();
    }

    @Override
    public void close() {
        policies.close();
        client.close();
    }
}
