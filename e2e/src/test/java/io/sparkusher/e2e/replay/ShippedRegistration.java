package io.sparkusher.e2e.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhook;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.WebhookClientConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.sparkusher.e2e.manifests.ManifestFiles;
import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;

/** Has the API server ask a server of this machine as the manifests have it ask Spark Usher, about some namespaces. */
record ShippedRegistration(KubernetesClient client, MutatingWebhookConfiguration configuration)
        implements AutoCloseable {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /**
     * Makes it, in the place of one that an aborted run left.
     *
     * @param mutator whose namespaces the server is asked about
     * @param authority who vouches for the server, as PEM
     */
    static ShippedRegistration make(
            KubernetesClient client, Path manifests, Mutator mutator, URI server, byte[] authority) {
        MutatingWebhookConfiguration configuration = shipped(manifests.resolve("base/spark-usher.yaml"));
        configuration.getMetadata().setName("00-spark-usher-e2e-" + mutator.label());
        for (MutatingWebhook webhook : configuration.getWebhooks()) {
            webhook.setClientConfig(new WebhookClientConfigBuilder()
                    .withUrl(server.toString())
                    .withCaBundle(Base64.getEncoder().encodeToString(authority))
                    .build());
            webhook.setNamespaceSelector(new LabelSelectorBuilder()
                    .addToMatchLabels(Mutator.LABEL, mutator.label())
                    .build());
        }
        return new ShippedRegistration(client, client.resource(configuration).createOr(existing -> existing.update()));
    }

    private static MutatingWebhookConfiguration shipped(Path manifests) {
        ObjectNode shipped = ManifestFiles.documents(manifests).stream()
                .filter(document -> document.path("kind").asText().equals("MutatingWebhookConfiguration"))
                .findFirst()
                .orElseThrow();
        return JSON.convertValue(shipped, MutatingWebhookConfiguration.class);
    }

    @Override
    public void close() {
        client.resource(configuration).delete();
    }
}
