package io.sparkusher.webhook.provision;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.sparkusher.webhook.certificates.SelfMadeCertificates;
import io.sparkusher.webhook.cluster.ClusterClient;
import io.sparkusher.webhook.leader.Candidate;
import io.sparkusher.webhook.leader.ElectionSettings;
import io.sparkusher.webhook.leader.Leadership;
import io.sparkusher.webhook.metrics.MetricsRegistry;
import io.sparkusher.webhook.provision.ProbeServer.Page;
import io.sparkusher.webhook.wake.WakeUp;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/** Everything that runs while {@code provision} does. */
final class ProvisionService {
    private static final String LEASE = "spark-usher-provisioner";

    private final KubernetesClient client;
    private final MetricsRegistry metrics = new MetricsRegistry().withJvm();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final ClusterWatch watch;
    private final Leadership leadership;
    private final Provisioner provisioner;
    private final Thread worker;
    private final ProbeServer probes;

    private ProvisionService(KubernetesClient client, ProvisionSettings settings, String instance)
            throws IOException, InterruptedException {
        this.client = client;
        WakeUp wakeUp = new WakeUp();
        TroubleLog troubles = new TroubleLog();
        watch = new ClusterWatch(client, wakeUp::call);
        ElectionSettings election = ElectionSettings.defaults();
        // Half of it: a renewal that is not answered has time for one more.
        leadership = Leadership.standForElection(
                ClusterClient.impatient(client, election.renewal().dividedBy(2)),
                new Candidate(settings.namespace(), LEASE, instance + "_" + UUID.randomUUID()),
                election,
                wakeUp::call);
        InstantSource clock = InstantSource.system();
        TroubleEvents events = new TroubleEvents(client, instance, clock);
        provisioner = new Provisioner(client, settings, watch, leadership, wakeUp, troubles, events, clock);
        ProvisionMetrics.register(metrics.registry(), leadership, troubles);
        worker = new Thread(provisioner, "provisioner");
        worker.start();
        probes = ProbeServer.start(
                settings.host(),
                settings.port(),
                new SelfMadeCertificates(List.of(), Instant.now()).identity(),
                Map.of("/healthz", this::healthz, "/readyz", this::readyz, "/metrics", this::metrics));
    }

    /**
     * Returns when probes are answered.
     *
     * @param client closed at the end
     * @param instance how events name this process
     */
    static ProvisionService start(KubernetesClient client, ProvisionSettings settings, String instance)
            throws IOException, InterruptedException {
        return new ProvisionService(client, settings, instance);
    }

    private Page healthz() {
        return provisioner.isAlive()
                ? new Page(true, "ok\n")
                : new Page(false, "The last look at the cluster was too long ago\n");
    }

    private Page readyz() {
        return provisioner.isReady()
                ? new Page(true, "ready\n")
                : new Page(false, "not ready: not everything has been listed yet\n");
    }

    private Page metrics() {
        return new Page(true, metrics.scrape());
    }

    int port() {
        return probes.port();
    }

    /** Ends, and gives the Lease back. To be called once; returns when all is done. */
    void stop() throws InterruptedException {
        worker.interrupt();
        worker.join();
        leadership.close();
        watch.close();
        probes.close();
        client.close();
        metrics.close();
        ended.countDown();
    }

    /** Returns when {@link #stop()} has done its work. */
    void awaitEnd() throws InterruptedException {
        ended.await();
    }
}
