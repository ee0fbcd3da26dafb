package io.sparkusher.webhook.serve;

import io.sparkusher.policies.kubernetes.KubernetesVersion;
import io.sparkusher.webhook.cluster.CoalescingSettings;
import io.sparkusher.webhook.cluster.OwnNamespace;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a run at home in a cluster. */
final class ClusterOptions {
    private static final String NAMESPACE_OF_THE_MANIFESTS = "spark-usher";

    @Option(
            names = "--cluster",
            description =
                    "Take policies and node pools from the cluster that the pod runs in, or that KUBECONFIG names,"
                            + " as they change there.")
    private boolean cluster;

    @Option(
            names = "--namespace",
            paramLabel = "NAME",
            description = "With --cluster: the namespace of this program. Default: the pod's own, or else spark-usher.")
    private @Nullable String namespace;

    @Option(
            names = "--service",
            paramLabel = "NAME",
            description =
                    "With --cluster: the Service by which the API server calls this program. Default: spark-usher.")
    private @Nullable String service;

    @Option(
            names = "--certificate-dir",
            paramLabel = "DIR",
            description = "With --cluster: a folder with tls.crt, tls.key and ca.crt that somebody else renews, such as"
                    + " cert-manager. Default: this program looks after its certificates itself.")
    private @Nullable Path certificateDir;

    boolean isChosen() {
        return cluster;
    }

    /** The first of the options that mean nothing without {@code --cluster}; empty where none was given. */
    Optional<String> needless() {
        return Stream.of(
                        Optional.ofNullable(namespace).map(given -> "--namespace"),
                        Optional.ofNullable(service).map(given -> "--service"),
                        Optional.ofNullable(certificateDir).map(given -> "--certificate-dir"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    PolicySource.Cluster source(Optional<KubernetesVersion> version) {
        return new PolicySource.Cluster(
                Optional.ofNullable(namespace).or(OwnNamespace::ofThePod).orElse(NAMESPACE_OF_THE_MANIFESTS),
                Optional.ofNullable(service).orElse("spark-usher"),
                Optional.ofNullable(certificateDir),
                version,
                CoalescingSettings.defaults());
    }
}
