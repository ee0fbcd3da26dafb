package io.sparkusher.webhook.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.sparkusher.policies.kubernetes.KubernetesVersion;
import java.util.Optional;

/** The version of the cluster: as it was said, or as the API server says. */
final class ClusterVersion {
    private static final String RESOURCE = "version";
    private static final long RETRY_MILLIS = 500;

    private final KubernetesClient client;
    private final Optional<KubernetesVersion> said;
    private final WatchTrouble trouble;

    /** @param said empty where the API server is to be asked */
    ClusterVersion(KubernetesClient client, Optional<KubernetesVersion> said, WatchTrouble trouble) {
        this.client = client;
        this.said = said;
        this.trouble = trouble;
    }

    /**
     * Returns when it is known.
     *
     * @param meanwhile is run after every attempt in vain
     */
    KubernetesVersion await(Runnable meanwhile) throws InterruptedException {
        Optional<KubernetesVersion> version = said.or(this::ask);
        while (version.isEmpty()) {
            meanwhile.run();
            Thread.sleep(RETRY_MILLIS);
            version = ask();
        }
        return version.get();
    }

    private Optional<KubernetesVersion> ask() {
        try {
            String version = client.getKubernetesVersion().getGitVersion();
            trouble.over(RESOURCE);
            return Optional.of(KubernetesVersion.parse(version).orElse(KubernetesVersion.NEWEST));
        } catch (KubernetesClientException exception) {
            trouble.met(RESOURCE, exception);
            return Optional.empty();
        }
    }
}
