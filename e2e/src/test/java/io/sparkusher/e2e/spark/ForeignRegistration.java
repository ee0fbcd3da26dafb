package io.sparkusher.e2e.spark;

import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfigurationBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.RuleWithOperationsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Has the API server ask somebody else's webhook about pods of one namespace, and no more when it is closed. */
record ForeignRegistration(KubernetesClient client, MutatingWebhookConfiguration configuration)
        implements AutoCloseable {
    /**
     * Makes it, in the place of one that an aborted run left.
     *
     * @param name says when the webhook is asked: before or after others
     * @param label the label of the pods that it is asked about
     */
    static ForeignRegistration make(
            KubernetesClient client, ForeignWebhook webhook, String name, String namespace, String label) {
        MutatingWebhookConfiguration configuration = new MutatingWebhookConfigurationBuilder()
                .withNewMetadata()
                .withName(name + "-spark-usher-e2e")
                .endMetadata()
                .addNewWebhook()
                .withName("pods.somebody-else.example.com")
                .withNewClientConfig()
                .withUrl(webhook.url().toString())
                .withCaBundle(
                        Base64.getEncoder().encodeToString(webhook.authority().getBytes(StandardCharsets.UTF_8)))
                .endClientConfig()
                .withRules(new RuleWithOperationsBuilder()
                        .withApiGroups("")
                        .withApiVersions("v1")
                        .withResources("pods")
                        .withOperations("CREATE")
                        .build())
                .withNewNamespaceSelector()
                .addToMatchLabels("kubernetes.io/metadata.name", namespace)
                .endNamespaceSelector()
                .withNewObjectSelector()
                .addNewMatchExpression()
                .withKey(label)
                .withOperator("Exists")
                .endMatchExpression()
                .endObjectSelector()
                .withFailurePolicy("Fail")
                .withReinvocationPolicy("Never")
                .withSideEffects("None")
                .withAdmissionReviewVersions("v1")
                .endWebhook()
                .build();
        return new ForeignRegistration(client, client.resource(configuration).createOr(existing -> existing.update()));
    }

    @Override
    public void close() {
        client.resource(configuration).delete();
    }
}
