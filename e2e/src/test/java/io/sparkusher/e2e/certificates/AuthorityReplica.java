package io.sparkusher.e2e.certificates;

import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.sparkusher.webhook.certificates.SharedAuthority;
import io.sparkusher.webhook.certificates.SharedAuthoritySettings;
import io.sparkusher.webhook.replicas.LeaseNames;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One replica as far as certificates go: it shares the authority, and says on its Lease what it serves. */
final class AuthorityReplica implements AutoCloseable {
    private static final int LEASE_SECONDS = 3;

    private final SharedAuthority authority;
    private final ScheduledExecutorService renewal = Executors.newSingleThreadScheduledExecutor();

    private AuthorityReplica(SharedAuthority authority) {
        this.authority = authority;
    }

    /**
     * Returns when it has something to serve.
     *
     * @param client of the replica
     * @param leases may write its Lease
     */
    static AuthorityReplica start(KubernetesClient client, KubernetesClient leases, String name, InstantSource clock)
            throws InterruptedException {
        SharedAuthoritySettings settings = AuthorityCluster.settings();
        AuthorityReplica replica = new AuthorityReplica(SharedAuthority.start(client, settings, clock));
        Future<?> ignored = replica.renewal.scheduleAtFixedRate(
                () -> renewLease(
                        leases,
                        settings.namespace(),
                        name,
                        () -> Map.of(LeaseNames.SERVING_AUTHORITY, replica.authority.servedAuthority())),
                0,
                1,
                TimeUnit.SECONDS);
        return replica;
    }

    /** Has a replica of that name live for some seconds more. */
    static void renewLease(
            KubernetesClient client, String namespace, String name, Supplier<Map<String, String>> annotations) {
        client.resource(new LeaseBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace)
                        .withName("spark-usher-replica-" + name)
                        .addToLabels("spark-usher.io/replica", "webhook")
                        .addToAnnotations(annotations.get())
                        .endMetadata()
                        .withNewSpec()
                        .withHolderIdentity(name)
                        .withLeaseDurationSeconds(LEASE_SECONDS)
                        .withRenewTime(ZonedDateTime.now(ZoneOffset.UTC))
                        .endSpec()
                        .build())
                .forceConflicts()
                .serverSideApply();
    }

    SharedAuthority authority() {
        return authority;
    }

    /** The fingerprint of the authority that signed what it serves. */
    String serving() {
        return authority.servedAuthority();
    }

    boolean isReady() {
        return authority.check().passed();
    }

    @Override
    public void close() {
        renewal.shutdownNow();
        authority.close();
    }
}
