package io.sparkusher.e2e.certificates;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.sparkusher.certs.CertificateAuthority;
import io.sparkusher.certs.Fingerprint;
import io.sparkusher.e2e.Cluster;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Replicas share an authority through a real API server, and webhook configurations trust what they serve. */
class SharedAuthorityIT {
    private final Cluster connection = Cluster.connect();
    private final AuthorityCluster cluster = new AuthorityCluster(connection.client());
    private final AtomicReference<Duration> jump = new AtomicReference<>(Duration.ZERO);
    private AuthorityReplica one;
    private AuthorityReplica two;

    @BeforeEach
    void startTwoAtOnce() {
        CompletableFuture<AuthorityReplica> first = CompletableFuture.supplyAsync(
                () -> replica("one", () -> Instant.now().plus(jump.get())));
        two = replica("two", InstantSource.system());
        one = first.join();
        until("both are ready", () -> one.isReady() && two.isReady());
    }

    private AuthorityReplica replica(String name, InstantSource clock) {
        try {
            return AuthorityReplica.start(cluster.replicas(), connection.client(), name, clock);
        } catch (InterruptedException exception) {
            throw new AssertionError(exception);
        }
    }

    @AfterEach
    void end() {
        one.close();
        two.close();
        cluster.close();
        connection.client().close();
    }

    @Test
    void twoThatStartAtOnceAgreeOnOneAuthorityThatEveryWebhookTrusts() {
        assertEquals(one.serving(), two.serving());
        until("each webhook trusts it alone", () -> cluster.trustsExactly(Set.of(one.serving())));
        assertNotEquals(
                one.authority().identity().chain(), two.authority().identity().chain());
    }

    @Test
    void theNamespaceOwnsTheConfigurationsAndNothingElseOfThemChanges() {
        until("it owns both", () -> owners().size() == 2);

        for (OwnerReference owner : owners()) {
            assertEquals("Namespace", owner.getKind());
            assertEquals(AuthorityCluster.NAMESPACE, owner.getName());
            assertEquals(cluster.namespaceUid(), owner.getUid());
            assertFalse(owner.getController());
            assertFalse(owner.getBlockOwnerDeletion());
        }
        assertEquals(
                "first.certificates-e2e.spark-usher.io",
                cluster.mutatingConfiguration().get().getWebhooks().get(0).getName());
    }

    private List<OwnerReference> owners() {
        return List.of(
                        cluster.mutatingConfiguration().get(),
                        cluster.validatingConfiguration().get())
                .stream()
                .flatMap(configuration -> configuration.getMetadata().getOwnerReferences().stream())
                .toList();
    }

    @Test
    void anEmptiedCaBundleIsFilledAgain() {
        cluster.mutatingConfiguration().edit(configuration -> {
            configuration.getWebhooks().get(1).getClientConfig().setCaBundle(null);
            return configuration;
        });

        until("each webhook trusts the authority again", () -> cluster.trustsExactly(Set.of(one.serving())));
        assertTrue(one.isReady());
    }

    @Test
    void aNewAuthorityIsMadeByHandWithoutAnyMomentOfDistrust() {
        String old = one.serving();
        try (TrustWitness witness = TrustWitness.of(cluster, List.of(one, two))) {
            cluster.editSecret(secret -> new SecretBuilder(secret)
                    .editMetadata()
                    .addToAnnotations("spark-usher.io/rotate", "now")
                    .endMetadata()
                    .build());

            untilBothLeft(old);
            assertEquals(Optional.empty(), witness.complaint());
        }
        assertFalse(cluster.secret().get().getMetadata().getAnnotations().containsKey("spark-usher.io/rotate"));
        assertEquals(
                Set.of("authority.key", "authority.crt"),
                cluster.secret().get().getData().keySet());
    }

    @Test
    void aDeletedSecretIsFollowedByAnotherAuthorityWithoutAnyMomentOfDistrust() {
        String old = one.serving();
        try (TrustWitness witness = TrustWitness.of(cluster, List.of(one, two))) {
            cluster.secret().delete();

            untilBothLeft(old);
            assertEquals(Optional.empty(), witness.complaint());
        }
    }

    @Test
    void aDamagedSecretIsFollowedByAnotherAuthorityWithoutAnyMomentOfDistrust() {
        String old = one.serving();
        try (TrustWitness witness = TrustWitness.of(cluster, List.of(one, two))) {
            cluster.editSecret(secret -> withData(secret, Map.of("authority.key", encoded("cut off"))));

            untilBothLeft(old);
            assertEquals(Optional.empty(), witness.complaint());
        }
    }

    @Test
    void anAuthorityThatAPersonPutInItsPlaceIsTrustedBeforeItSigns() {
        String old = one.serving();
        CertificateAuthority own = CertificateAuthority.create("Our own", Instant.now(), Duration.ofDays(1));
        try (TrustWitness witness = TrustWitness.of(cluster, List.of(one, two))) {
            cluster.editSecret(secret -> withData(
                    secret,
                    Map.of(
                            "authority.key", encoded(own.keyPem()),
                            "authority.crt", encoded(own.certificatePem()))));

            untilBothLeft(old);
            assertEquals(Optional.empty(), witness.complaint());
        }
        assertEquals(Fingerprint.of(own.certificate()).sha256(), one.serving());
    }

    @Test
    void aClockThatJumpsAndComesBackLeavesBothWithOneValidAuthority() {
        String old = one.serving();
        jump.set(Duration.ofDays(2));
        touchSecret("forth");
        until(
                "the one with the clock finds its authority expired",
                () -> !one.serving().equals(old));

        jump.set(Duration.ZERO);
        touchSecret("back");
        until(
                "both serve the same, which webhooks trust alone",
                () -> one.serving().equals(two.serving()) && cluster.trustsExactly(Set.of(one.serving())));
        for (AuthorityReplica replica : List.of(one, two)) {
            Instant expiry = replica.authority().expiry().authority().orElseThrow();
            assertTrue(expiry.isAfter(Instant.now()), expiry::toString);
            assertTrue(expiry.isBefore(Instant.now().plus(Duration.ofDays(1))), expiry::toString);
        }
    }

    private void touchSecret(String value) {
        cluster.editSecret(secret -> new SecretBuilder(secret)
                .editMetadata()
                .addToAnnotations("touched", value)
                .endMetadata()
                .build());
    }

    @Test
    void anOldAuthorityStaysTrustedWhileAnyReplicaServesIt() {
        String old = one.serving();
        cluster.secret().delete();
        until("both serve another", () -> {
            AuthorityReplica.renewLease(
                    connection.client(),
                    AuthorityCluster.NAMESPACE,
                    "three",
                    () -> Map.of("spark-usher.io/serving-authority", old));
            return haveBothLeft(old);
        });
        await("the margin, and more")
                .during(AuthorityCluster.MARGIN)
                .atMost(AuthorityCluster.MARGIN.multipliedBy(3))
                .until(() -> {
                    AuthorityReplica.renewLease(
                            connection.client(),
                            AuthorityCluster.NAMESPACE,
                            "three",
                            () -> Map.of("spark-usher.io/serving-authority", old));
                    return cluster.trustsExactly(Set.of(old, one.serving()));
                });

        until("it is dropped", () -> cluster.trustsExactly(Set.of(one.serving())));
    }

    private boolean haveBothLeft(String old) {
        return !one.serving().equals(old) && one.serving().equals(two.serving());
    }

    /** Both serve what one other authority signed, which is trusted alone. */
    private void untilBothLeft(String old) {
        until("both serve another", () -> haveBothLeft(old));
        until("the old one is dropped", () -> cluster.trustsExactly(Set.of(one.serving())));
    }

    private static Secret withData(Secret secret, Map<String, String> data) {
        return new SecretBuilder(secret).withData(data).build();
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void until(String what, Callable<Boolean> holds) {
        await(what).atMost(Cluster.TO_SETTLE).until(holds);
    }
}
