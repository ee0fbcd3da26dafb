package io.sparkusher.webhook.serve;

import io.sparkusher.certs.SubjectAlternativeName;
import io.sparkusher.policies.kubernetes.KubernetesVersion;
import io.sparkusher.webhook.http.ServerSettings;
import io.sparkusher.webhook.policyfolder.WatchSettings;
import io.sparkusher.webhook.warmup.WarmUpSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * All that a run of the server depends on.
 *
 * @param policies empty for the examples
 * @param pools empty where the node pools are among the policies
 * @param kubernetesVersion the cluster's
 * @param names what clients may call the server besides the names of this host
 * @param writeAuthority where to write the certificate that clients have to trust
 * @param stampEveryPod whether Spark pods that no policy changes are stamped, too
 * @param drain how long to accept connections after the signal to end
 */
public record ServeSettings(
        List<Path> policies,
        List<Path> pools,
        KubernetesVersion kubernetesVersion,
        List<SubjectAlternativeName> names,
        Optional<Path> writeAuthority,
        boolean stampEveryPod,
        Duration drain,
        ServerSettings server,
        WatchSettings watch,
        WarmUpSettings warmUp) {
    public ServeSettings {
        policies = List.copyOf(policies);
        pools = List.copyOf(pools);
        names = List.copyOf(names);
    }
}
