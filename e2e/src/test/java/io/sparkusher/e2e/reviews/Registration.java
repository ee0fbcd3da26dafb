package io.sparkusher.e2e.reviews;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfigurationBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.RuleWithOperationsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.sparkusher.e2e.Cluster;
import io.sparkusher.e2e.SparkPods;
import io.sparkusher.e2e.UsherServer;
import java.io.IOException;
import java.util.Base64;

/** Makes the API server ask Spark Usher about Spark pods in the tests' own namespaces, and in no other. */
final class Registration implements AutoCloseable {
    /** Not the manifests': what is at home in the cluster would look after that, and take it away with its namespace. */
    private static final String NAME = "00-spark-usher-from-a-folder";

    private final KubernetesClient client;

    Registration(KubernetesClient client) {
        this.client = client;
    }

    void register(UsherServer server) throws IOException {
        client.resource(configuration(server)).createOr(existing -> existing.update());
    }

    private static MutatingWebhookConfiguration configuration(UsherServer server) throws IOException {
        return new MutatingWebhookConfigurationBuilder()
                .withNewMetadata()
                .withName(NAME)
                .endMetadata()
                .addNewWebhook()
                .withName("pods.spark-usher.io")
                .withNewClientConfig()
                .withUrl(server.mutate().toString())
                .withCaBundle(Base64.getEncoder().encodeToString(server.authority()))
                .endClientConfig()
                .withRules(new RuleWithOperationsBuilder()
                        .withApiGroups("")
                        .withApiVersions("v1")
                        .withResources("pods")
                        .withOperations("CREATE")
                        .build())
                .withNewNamespaceSelector()
                .addToMatchLabels(Cluster.REVIEWED_LABEL, "true")
                .endNamespaceSelector()
                .withNewObjectSelector()
                .addNewMatchExpression()
                .withKey("spark-role")
                .withOperator("Exists")
                .endMatchExpression()
                .endObjectSelector()
                .withFailurePolicy("Fail")
                .withReinvocationPolicy("IfNeeded")
                .withSideEffects("None")
                .withAdmissionReviewVersions("v1")
                .endWebhook()
                .build();
    }

    /** The API server learns of a configuration from a watch of its own, a moment after it stored it. */
    void awaitInForce() {
        await("the first reviewed pod")
                .atMost(Cluster.TO_SETTLE)
                .ignoreExceptionsInstanceOf(KubernetesClientException.class)
                .until(() -> client.pods()
                        .inNamespace(Cluster.TEAM_WITH_POLICIES)
                        .resource(SparkPods.driver("registration"))
                        .dryRun()
                        .create()
                        .getMetadata()
                        .getAnnotations()
                        .containsKey(InjectedPods.STAMP));
    }

    @Override
    public void close() {
        client.admissionRegistration()
                .v1()
                .mutatingWebhookConfigurations()
                .withName(NAME)
                .delete();
    }
}
