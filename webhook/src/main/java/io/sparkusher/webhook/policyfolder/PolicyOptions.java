package io.sparkusher.webhook.policyfolder;

import io.sparkusher.policies.kubernetes.KubernetesVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which every command is told of policies. */
public final class PolicyOptions {
    @Option(
            names = "--policies",
            paramLabel = "DIR",
            description =
                    "A folder of policies and node pools, or one file of them; may be given more than once."
                            + " Default: the folder examples of the working directory, or else the examples inside the program.")
    private List<Path> policies = new ArrayList<>();

    @Option(
            names = "--pools",
            paramLabel = "DIR",
            description = "A folder of node pools, or one file of them, to use instead of those among the policies; may"
                    + " be given more than once.")
    private List<Path> pools = new ArrayList<>();

    @Option(
            names = "--kubernetes-version",
            paramLabel = "VERSION",
            converter = KubernetesVersionConverter.class,
            description = "The cluster's version, such as 1.33: older ones have no native sidecars or image volumes."
                    + " Default: what the cluster says, or else the newest.")
    private @Nullable KubernetesVersion kubernetesVersion;

    /** Empty where none were named. */
    public List<Path> policies() {
        return policies;
    }

    /** Empty where the node pools are among the policies. */
    public List<Path> pools() {
        return pools;
    }

    /** The newest where none was named. */
    public KubernetesVersion kubernetesVersion() {
        return namedVersion().orElse(KubernetesVersion.NEWEST);
    }

    /** Empty where none was named. */
    public Optional<KubernetesVersion> namedVersion() {
        return Optional.ofNullable(kubernetesVersion);
    }
}
