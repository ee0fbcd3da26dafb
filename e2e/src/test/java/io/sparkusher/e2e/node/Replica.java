package io.sparkusher.e2e.node;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import javax.net.ssl.SSLException;

/** One replica, which can be asked by itself and not through the Service. */
record Replica(KubernetesClient client, Pod pod) {
    private static final int PORT = 10250;

    String name() {
        return pod.getMetadata().getName();
    }

    String image() {
        return pod.getSpec().getContainers().get(0).getImage();
    }

    /** Whether the API server, with these authorities, would trust what the replica serves now. */
    boolean isVouchedForBy(Authorities authorities) {
        try (ReplicaConnection connection = connect(authorities)) {
            connection.get("/healthz");
            return true;
        } catch (SSLException exception) {
            return false;
        } catch (IOException exception) {
            throw new IllegalStateException(name() + " cannot be asked", exception);
        }
    }

    ReplicaConnection connect(Authorities authorities) {
        return new ReplicaConnection(
                client.pods()
                        .inNamespace(InstalledUsher.NAMESPACE)
                        .withName(name())
                        .portForward(PORT),
                authorities);
    }
}
