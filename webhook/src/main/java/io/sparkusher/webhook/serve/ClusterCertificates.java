package io.sparkusher.webhook.serve;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.sparkusher.certs.SubjectAlternativeName;
import io.sparkusher.webhook.certificates.CertificateSource;
import io.sparkusher.webhook.certificates.MountedCertificates;
import io.sparkusher.webhook.certificates.MountedSettings;
import io.sparkusher.webhook.certificates.SharedAuthority;
import io.sparkusher.webhook.certificates.SharedAuthoritySettings;
import io.sparkusher.webhook.certificates.UnusableCertificateException;
import io.sparkusher.webhook.replicas.LeaseNames;
import io.sparkusher.webhook.replicas.ReplicaAnnotation;
import io.sparkusher.webhook.trust.ConfigurationNames;
import io.sparkusher.webhook.trust.NamespaceEnd;
import io.sparkusher.webhook.trust.OwnerNamespace;
import io.sparkusher.webhook.trust.WebhookConfigurations;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The certificates of a replica in a cluster.
 *
 * @param end takes the webhook configurations away with the namespace
 * @param annotations what the replica's Lease is to say of them
 * @param description for the person who reads the start message
 */
record ClusterCertificates(
        CertificateSource source, List<ReplicaAnnotation> annotations, String description, NamespaceEnd end)
        implements AutoCloseable {
    /**
     * Those that the settings ask for. Returns once there is one to serve, however long the cluster takes to answer.
     *
     * @param names what clients may call the server besides its Service
     * @throws CannotServeException if certificates were mounted and cannot be used
     */
    static ClusterCertificates start(
            KubernetesClient client,
            PolicySource.Cluster source,
            List<SubjectAlternativeName> names,
            InstantSource clock)
            throws CannotServeException, InterruptedException {
        OwnerNamespace owner = owner(client, source.namespace());
        WebhookConfigurations configurations =
                new WebhookConfigurations(client, ConfigurationNames.ofTheManifests(), owner);
        NamespaceEnd end = NamespaceEnd.watch(client, owner, configurations);
        if (source.certificateDir().isPresent()) {
            Path folder = source.certificateDir().get();
            String description = "from " + folder + ", watched for changes";
            return new ClusterCertificates(mounted(configurations, folder, clock), List.of(), description, end);
        }
        SharedAuthority shared = SharedAuthority.start(
                client,
                SharedAuthoritySettings.of(source.namespace(), source.service()).withNames(names),
                clock);
        ReplicaAnnotation annotation =
                new ReplicaAnnotation(LeaseNames.SERVING_AUTHORITY, () -> Optional.of(shared.servedAuthority()));
        String description = "of the authority that replicas share in namespace " + source.namespace();
        return new ClusterCertificates(shared, List.of(annotation), description, end);
    }

    private static OwnerNamespace owner(KubernetesClient client, String namespace)
            throws CannotServeException, InterruptedException {
        try {
            return OwnerNamespace.await(client, namespace);
        } catch (IllegalStateException exception) {
            throw new CannotServeException("--namespace: " + exception.getMessage(), exception);
        }
    }

    private static CertificateSource mounted(WebhookConfigurations configurations, Path folder, InstantSource clock)
            throws CannotServeException {
        try {
            return MountedCertificates.start(MountedSettings.of(folder), Optional.of(configurations), clock);
        } catch (UnusableCertificateException exception) {
            throw new CannotServeException("--certificate-dir: " + exception.getMessage(), exception);
        } catch (IOException exception) {
            throw new CannotServeException(
                    "--certificate-dir: %s cannot be watched: name a folder that is there".formatted(folder),
                    exception);
        }
    }

    @Override
    public void close() {
        end.close();
        source.close();
    }
}
