package io.sparkusher.webhook.certificates;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.sparkusher.certs.Fingerprint;
import io.sparkusher.certs.IssuedCertificate;
import io.sparkusher.webhook.health.Check;
import io.sparkusher.webhook.trust.ClusterChanges;
import io.sparkusher.webhook.trust.OwnerNamespace;
import io.sparkusher.webhook.trust.WebhookConfigurations;
import io.sparkusher.webhook.wake.WakeUp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificates of one of several replicas: each issues its own, from an authority that they share in a Secret, and
 * that the webhook configurations are made to trust. When the cluster does not answer, all stays as it is.
 */
public final class SharedAuthority implements CertificateSource {
    private static final Logger LOGGER = LoggerFactory.getLogger(SharedAuthority.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final KubernetesClient client;
    private final SharedAuthoritySettings settings;
    private final InstantSource clock;
    private final Issuer issuer;
    private final Trusted trusted;
    private final WakeUp wakeUp = new WakeUp();
    private final ClusterChanges changes = new ClusterChanges(wakeUp::call);
    private final CompletableFuture<CurrentIdentity> current = new CompletableFuture<>();
    private final Thread thread = new Thread(this::run, "shared-authority");
    private boolean failing;

    private SharedAuthority(KubernetesClient client, SharedAuthoritySettings settings, InstantSource clock) {
        this.client = client;
        this.settings = settings;
        this.clock = clock;
        issuer = new Issuer(settings.names(), settings.servingLifetime());
        trusted = new Trusted(settings.settled());
        thread.setDaemon(true);
    }

    /**
     * Returns once there is a certificate to serve, however long the cluster takes to answer.
     *
     * @param client stays the caller's, to be closed after this
     */
    public static SharedAuthority start(KubernetesClient client, SharedAuthoritySettings settings, InstantSource clock)
            throws InterruptedException {
        SharedAuthority authority = new SharedAuthority(client, settings, clock);
        authority.thread.start();
        authority.awaitIdentity();
        return authority;
    }

    private void awaitIdentity() throws InterruptedException {
        try {
            current.get();
        } catch (ExecutionException exception) {
            throw new IllegalStateException("The shared authority ended by a mistake in Spark Usher", exception);
        }
    }

    private void run() {
        try {
            AuthorityKeeper keeper = keeper();
            while (!Thread.currentThread().isInterrupted()) {
                wakeUp.await(keep(keeper));
            }
        } catch (InterruptedException end) {
            LOGGER.debug("The shared authority is no longer kept");
        } catch (RuntimeException mistake) {
            current.completeExceptionally(mistake);
            throw mistake;
        }
    }

    private AuthorityKeeper keeper() throws InterruptedException {
        AuthoritySecret secret = new AuthoritySecret(client, settings.namespace(), settings.secret());
        WebhookConfigurations configurations = new WebhookConfigurations(
                client, settings.configurations(), OwnerNamespace.await(client, settings.namespace()));
        changes.watch(secret.resource());
        changes.watch(configurations);
        ReplicaLeases leases = new ReplicaLeases(client, settings.namespace());
        Lookout lookout = new Lookout(configurations, secret, leases, clock);
        return new AuthorityKeeper(settings, configurations, secret, lookout, issuer, trusted, clock);
    }

    private Duration keep(AuthorityKeeper keeper) {
        try {
            Duration rest = keeper.keep(this::serve);
            failing = false;
            return rest;
        } catch (KubernetesClientException exception) {
            tell(exception);
        } catch (RuntimeException mistake) {
            LOGGER.error("Keeping the shared authority failed by a mistake in Spark Usher", mistake);
        }
        keeper.keepAlone(this::serve);
        return RETRY;
    }

    private void tell(KubernetesClientException exception) {
        if (!failing && !Thread.currentThread().isInterrupted()) {
            LOGGER.warn("The shared authority cannot be looked after: it is tried again until it can", exception);
        }
        failing = true;
    }

    private void serve(ServingIdentity identity) {
        if (!current.complete(new CurrentIdentity(identity))) {
            current.join().set(identity);
        }
    }

    /**
     * The fingerprint of what signed the certificate that is served: for the replica's Lease, by which others keep it
     * trusted for as long.
     */
    public String servedAuthority() {
        return Fingerprint.of(issued().authority().certificate()).sha256();
    }

    private IssuedCertificate issued() {
        return issuer.issued().orElseThrow();
    }

    @Override
    public ServingIdentity identity() {
        return current.join().get();
    }

    @Override
    public void onChange(ServingIdentity known, Consumer<ServingIdentity> listener) {
        current.join().onChange(known, listener);
    }

    @Override
    public Check check() {
        return trusted.check();
    }

    @Override
    public CertificateExpiry expiry() {
        IssuedCertificate issued = issued();
        return new CertificateExpiry(
                issued.serving().validity().notAfter(),
                Optional.of(issued.authority().validity().notAfter()));
    }

    @Override
    public void close() {
        changes.close();
        thread.interrupt();
    }
}
