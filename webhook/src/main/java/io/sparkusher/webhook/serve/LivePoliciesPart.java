package io.sparkusher.webhook.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.sparkusher.policies.source.Problem;
import io.sparkusher.webhook.cluster.ClusterClient;
import io.sparkusher.webhook.cluster.ClusterPolicies;
import io.sparkusher.webhook.cluster.LivePolicies;
import io.sparkusher.webhook.inforce.PolicyStore;
import io.sparkusher.webhook.replicas.Replica;
import io.sparkusher.webhook.review.ConflictListener;
import io.sparkusher.webhook.status.StatusPart;
import io.sparkusher.webhook.status.StatusSettings;
import java.time.InstantSource;
import java.util.List;

/** Policies from the cluster, the connection to it, and what the cluster is told of them. */
final class LivePoliciesPart implements PoliciesPart {
    private final KubernetesClient client;
    private final LivePolicies policies;
    private final StatusPart status;

    private LivePoliciesPart(KubernetesClient client, LivePolicies policies, StatusPart status) {
        this.client = client;
        this.policies = policies;
        this.status = status;
    }

    /** Returns soon, whether the API server answers or not. */
    static LivePoliciesPart start(PolicySource.Cluster source) {
        KubernetesClient client = ClusterClient.create();
        InstantSource clock = InstantSource.system();
        Replica replica = Replica.of(System.getenv(), source.namespace());
        StatusPart status = StatusPart.register(client, replica, StatusSettings.defaults(), clock, List.of());
        LivePolicies policies = LivePolicies.start(client, source.kubernetesVersion(), source.coalescing(), clock);
        status.follow(policies);
        return new LivePoliciesPart(client, policies, status);
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
        status.awaitRegistered();
    }

    @Override
    public ConflictListener conflicts() {
        return status.conflicts();
    }

    @Override
    public void close() {
        status.close();
        policies.close();
        client.close();
    }
}
