package io.sparkusher.webhook.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.sparkusher.certs.SubjectAlternativeName;
import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.source.Problem;
import io.sparkusher.webhook.certificates.CertificateSource;
import io.sparkusher.webhook.cluster.ClusterClient;
import io.sparkusher.webhook.cluster.LivePolicies;
import io.sparkusher.webhook.inforce.PolicyStore;
import io.sparkusher.webhook.replicas.Replica;
import io.sparkusher.webhook.review.ConflictListener;
import io.sparkusher.webhook.status.StatusPart;
import io.sparkusher.webhook.status.StatusSettings;
import java.time.InstantSource;
import java.util.List;

/** Policies from the cluster, certificates that the cluster trusts, and what the cluster is told of both. */
final class ClusterEnvironment implements Environment {
    private final KubernetesClient client;
    private final ClusterCertificates certificates;
    private final LivePolicies policies;
    private final StatusPart status;

    private ClusterEnvironment(
            KubernetesClient client, ClusterCertificates certificates, LivePolicies policies, StatusPart status) {
        this.client = client;
        this.certificates = certificates;
        this.policies = policies;
        this.status = status;
    }

    /**
     * Returns once there is a certificate to serve, whether policies can be listed or not.
     *
     * @param names what clients may call the server besides its Service
     * @throws CannotServeException if certificates were mounted and cannot be used
     */
    static ClusterEnvironment start(PolicySource.Cluster source, List<SubjectAlternativeName> names)
            throws CannotServeException, InterruptedException {
        KubernetesClient client = ClusterClient.create();
        InstantSource clock = InstantSource.system();
        ClusterCertificates certificates = ClusterCertificates.start(client, source, names, clock);
        Replica replica = Replica.of(System.getenv(), source.namespace());
        StatusPart status =
                StatusPart.register(client, replica, StatusSettings.defaults(), clock, certificates.annotations());
        certificates.source().onChange(certificates.source().identity(), changed -> status.annotationsChanged());
        LivePolicies policies = LivePolicies.start(client, source.kubernetesVersion(), source.coalescing(), clock);
        status.follow(policies);
        return new ClusterEnvironment(client, certificates, policies, status);
    }

    @Override
    public PolicyStore store() {
        return policies.store();
    }

    @Override
    public CertificateSource certificates() {
        return certificates.source();
    }

    @Override
    public String policies() {
        return "from the cluster at %s, as they change there".formatted(client.getMasterUrl());
    }

    @Override
    public String certificate() {
        return certificates.description();
    }

    @Override
    public List<Problem> check(ObjectNode object) {
        return policies.check(object);
    }

    /** None where all is being removed, in whatever order. */
    @Override
    public List<PolicyReference> usersOf(String nodePool) {
        return certificates.end().hasBegun() ? List.of() : policies.usersOf(nodePool);
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
        certificates.close();
        client.close();
    }
}
