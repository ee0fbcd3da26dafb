package io.sparkusher.webhook.serve;

import io.sparkusher.policies.kubernetes.KubernetesVersion;
import io.sparkusher.webhook.cluster.CoalescingSettings;
import io.sparkusher.webhook.policyfolder.WatchSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where a run has its policies from. */
sealed interface PolicySource {
    /**
     * Files.
     *
     * @param policies empty for the examples
     * @param pools empty where the node pools are among the policies
     * @param kubernetesVersion the cluster's
     */
    record Folder(List<Path> policies, List<Path> pools, KubernetesVersion kubernetesVersion, WatchSettings watch)
            implements PolicySource {
        public Folder {
            policies = List.copyOf(policies);
            pools = List.copyOf(pools);
        }
    }

    /**
     * The objects of a cluster.
     *
     * @param namespace the program's own
     * @param service by which the API server calls it, in that namespace
     * @param certificateDir where others put a certificate; empty where it makes its own
     * @param kubernetesVersion empty where the cluster is to be asked
     */
    record Cluster(
            String namespace,
            String service,
            Optional<Path> certificateDir,
            Optional<KubernetesVersion> kubernetesVersion,
            CoalescingSettings coalescing)
            implements PolicySource {}
}
