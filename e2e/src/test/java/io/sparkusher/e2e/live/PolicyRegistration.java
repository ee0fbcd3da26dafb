package io.sparkusher.e2e.live;

import io.fabric8.kubernetes.api.model.admissionregistration.v1.RuleWithOperationsBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfigurationBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.sparkusher.e2e.StoredPolicies;
import io.sparkusher.e2e.UsherServer;
import java.io.IOException;
import java.util.Base64;

/** Makes the API server ask Spark Usher about node pools and about policies in the namespace of the test, and no other. */
final class PolicyRegistration implements AutoCloseable {
    private static final String NAME = "spark-usher-policies";

    private final KubernetesClient client;

    PolicyRegistration(KubernetesClient client) {
        this.client = client;
    }

    void register(UsherServer server) throws IOException {
        client.resource(new ValidatingWebhookConfigurationBuilder()
                        .withNewMetadata()
                        .withName(NAME)
                        .endMetadata()
                        .addNewWebhook()
                        .withName("policies.spark-usher.io")
                        .withNewClientConfig()
                        .withUrl(server.validate().toString())
                        .withCaBundle(Base64.getEncoder().encodeToString(server.authority()))
                        .endClientConfig()
                        .withRules(new RuleWithOperationsBuilder()
                                .withApiGroups("spark-usher.io")
                                .withApiVersions("*")
                                .withResources("*")
                                .withOperations("CREATE", "UPDATE")
                                .build())
                        .addToRules(new RuleWithOperationsBuilder()
                                .withApiGroups("spark-usher.io")
                                .withApiVersions("*")
                                .withResources("sparknodepools")
                                .withOperations("DELETE")
                                .build())
                        .withNewNamespaceSelector()
                        .addToMatchLabels("kubernetes.io/metadata.name", StoredPolicies.NAMESPACE)
                        .endNamespaceSelector()
                        .withFailurePolicy("Ignore")
                        .withSideEffects("None")
                        .withAdmissionReviewVersions("v1")
                        .endWebhook()
                        .build())
                .createOr(existing -> existing.update());
    }

    @Override
    public void close() {
        client.admissionRegistration()
                .v1()
                .validatingWebhookConfigurations()
                .withName(NAME)
                .delete();
    }
}
