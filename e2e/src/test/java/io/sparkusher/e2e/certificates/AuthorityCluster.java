package io.sparkusher.e2e.certificates;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfigurationBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfigurationBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.WebhookClientConfig;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.WebhookClientConfigBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.sparkusher.certs.Fingerprint;
import io.sparkusher.certs.InvalidPemException;
import io.sparkusher.certs.RotationSettings;
import io.sparkusher.certs.TrustBundle;
import io.sparkusher.e2e.Cluster;
import io.sparkusher.webhook.certificates.SharedAuthoritySettings;
import io.sparkusher.webhook.trust.ConfigurationNames;
import io.sparkusher.webhook.trust.OwnerNamespace;
import io.sparkusher.webhook.trust.WebhookConfigurations;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A namespace and two webhook configurations of a test's own, which ask nobody about anything. */
final class AuthorityCluster implements AutoCloseable {
    static final String NAMESPACE = "certificates-e2e";
    static final Duration MARGIN = Duration.ofSeconds(2);

    private static final String SECRET = "authority";
    private static final ConfigurationNames NAMES =
            new ConfigurationNames("certificates-e2e-mutating", "certificates-e2e-validating");

    private final KubernetesClient client;
    private final KubernetesClient replicas;

    AuthorityCluster(KubernetesClient client) {
        this.client = client;
        remove();
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(NAMESPACE)
                        .endMetadata()
                        .build())
                .create();
        client.resource(mutating()).create();
        client.resource(validating()).create();
        client.load(AuthorityCluster.class.getResourceAsStream("/certificates/permissions.yaml"))
                .forceConflicts()
                .serverSideApply();
        replicas = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(client.getConfiguration())
                        .withImpersonateUsername("system:serviceaccount:" + NAMESPACE + ":spark-usher")
                        .build())
                .build();
    }

    /** With the permissions that a replica needs, and no others. */
    KubernetesClient replicas() {
        return replicas;
    }

    static SharedAuthoritySettings settings() {
        return new SharedAuthoritySettings(
                NAMESPACE,
                SECRET,
                NAMES,
                SharedAuthoritySettings.names(NAMESPACE, "spark-usher"),
                new RotationSettings(Duration.ofDays(1), MARGIN),
                Duration.ofHours(1),
                // Watches have to tell of all that changes.
                Duration.ofHours(1),
                Duration.ofMillis(100));
    }

    private static MutatingWebhookConfiguration mutating() {
        return new MutatingWebhookConfigurationBuilder()
                .withNewMetadata()
                .withName(NAMES.mutating())
                .endMetadata()
                .addNewWebhook()
                .withName("first.certificates-e2e.spark-usher.io")
                .withClientConfig(nobody())
                .withSideEffects("None")
                .withAdmissionReviewVersions("v1")
                .endWebhook()
                .addNewWebhook()
                .withName("second.certificates-e2e.spark-usher.io")
                .withClientConfig(nobody())
                .withSideEffects("None")
                .withAdmissionReviewVersions("v1")
                .endWebhook()
                .build();
    }

    private static ValidatingWebhookConfiguration validating() {
        return new ValidatingWebhookConfigurationBuilder()
                .withNewMetadata()
                .withName(NAMES.validating())
                .endMetadata()
                .addNewWebhook()
                .withName("policies.certificates-e2e.spark-usher.io")
                .withClientConfig(nobody())
                .withSideEffects("None")
                .withAdmissionReviewVersions("v1")
                .endWebhook()
                .build();
    }

    private static WebhookClientConfig nobody() {
        return new WebhookClientConfigBuilder()
                .withNewService()
                .withNamespace(NAMESPACE)
                .withName("spark-usher")
                .endService()
                .build();
    }

    Resource<MutatingWebhookConfiguration> mutatingConfiguration() {
        return client.admissionRegistration()
                .v1()
                .mutatingWebhookConfigurations()
                .withName(NAMES.mutating());
    }

    Resource<ValidatingWebhookConfiguration> validatingConfiguration() {
        return client.admissionRegistration()
                .v1()
                .validatingWebhookConfigurations()
                .withName(NAMES.validating());
    }

    Resource<Secret> secret() {
        return client.secrets().inNamespace(NAMESPACE).withName(SECRET);
    }

    void editSecret(UnaryOperator<Secret> change) {
        secret().edit(change);
    }

    String namespaceUid() {
        return client.namespaces().withName(NAMESPACE).get().getMetadata().getUid();
    }

    /** What each webhook trusts, by fingerprints. */
    List<Set<String>> trusted() {
        return Stream.concat(
                        mutatingConfiguration().get().getWebhooks().stream().map(webhook -> webhook.getClientConfig()),
                        validatingConfiguration().get().getWebhooks().stream()
                                .map(webhook -> webhook.getClientConfig()))
                .map(AuthorityCluster::authorities)
                .toList();
    }

    /** The configurations as a replica sees them. */
    WebhookConfigurations configurations() {
        return new WebhookConfigurations(replicas, NAMES, OwnerNamespace.find(replicas, NAMESPACE));
    }

    /** Whether each webhook trusts these and no others. */
    boolean trustsExactly(Set<String> fingerprints) {
        return trusted().stream().allMatch(fingerprints::equals);
    }

    private static Set<String> authorities(WebhookClientConfig config) {
        String bundle = config.getCaBundle();
        if (bundle == null) {
            return Set.of();
        }
        try {
            String pem = new String(Base64.getDecoder().decode(bundle), StandardCharsets.US_ASCII);
            return TrustBundle.fromPem(pem).certificates().stream()
                    .map(certificate -> Fingerprint.of(certificate).sha256())
                    .collect(Collectors.toSet());
        } catch (InvalidPemException exception) {
            throw new AssertionError(exception);
        }
    }

    /** Deletes the namespace and nothing else. */
    void removeNamespace() {
        client.namespaces().withName(NAMESPACE).delete();
    }

    private void remove() {
        mutatingConfiguration().delete();
        validatingConfiguration().delete();
        client.rbac().clusterRoleBindings().withName(NAMESPACE).delete();
        client.rbac().clusterRoles().withName(NAMESPACE).delete();
        client.namespaces().withName(NAMESPACE).delete();
        await("the end of " + NAMESPACE)
                .atMost(Cluster.TO_SETTLE)
                .until(() -> client.namespaces().withName(NAMESPACE).get() == null);
    }

    @Override
    public void close() {
        replicas.close();
        remove();
    }
}
