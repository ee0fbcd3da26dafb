package io.sparkusher.e2e.manifests;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.sparkusher.e2e.Cluster;
import io.sparkusher.e2e.Settings;
import java.io.IOException;

/**
 * A cluster as an admin has it who applies the project's manifests.
 *
 * @param client an admin's
 */
record ManagedCluster(Settings settings, KubernetesClient client, Manifests manifests) implements AutoCloseable {
    static ManagedCluster connect() throws IOException {
        Settings settings = Settings.ofTheBuild();
        KubernetesClient client = Cluster.connect().client();
        return new ManagedCluster(settings, client, new Manifests(settings.manifests(), client));
    }

    @Override
    public void close() {
        try (client) {
            manifests.close();
        }
    }
}
