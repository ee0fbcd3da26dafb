package io.sparkusher.e2e.replay;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** The API server's own policy, which changes pods as the tests' policy of Spark Usher does. */
record AdmissionPolicy(KubernetesClient client, List<HasMetadata> objects) implements AutoCloseable {
    /** Makes it, in the place of one that an aborted run left. */
    static AdmissionPolicy make(KubernetesClient client) throws IOException {
        try (InputStream yaml =
                Objects.requireNonNull(AdmissionPolicy.class.getResourceAsStream("/replay/admission-policy.yaml"))) {
            List<HasMetadata> objects = client.load(yaml).items();
            AdmissionPolicy policy = new AdmissionPolicy(client, objects);
            policy.close();
            client.resourceList(objects).create();
            return policy;
        }
    }

    @Override
    public void close() {
        client.resourceList(objects).delete();
    }
}
