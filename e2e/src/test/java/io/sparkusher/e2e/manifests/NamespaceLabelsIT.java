package io.sparkusher.e2e.manifests;

import static io.sparkusher.e2e.manifests.Attempts.assertAccepted;
import static io.sparkusher.e2e.manifests.Attempts.assertRefused;
import static io.sparkusher.e2e.manifests.People.right;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.sparkusher.e2e.ScratchNamespace;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may change the labels by which a namespace gets its policies. */
@ExtendWith(ManifestsExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NamespaceLabelsIT {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String NAMESPACE = "spark-usher-e2e-labels";
    private static final String BREAK_GLASS = "spark-usher.io/admission";
    private static final String PROVISION = "spark-usher.io/provision";

    /** One that a policy selects namespaces by, and one that it selects by what it must not be. */
    private static final String TIER = "spark-usher-e2e/tier";

    private static final String ZONE = "spark-usher-e2e/zone";
    private static final String POLICY_NAME = "spark-usher-e2e-labels";

    private final ManagedCluster cluster;
    private final KubernetesClient admin;
    private final People people;
    private final ScratchNamespace namespace;
    private final KubernetesClient tenant;
    private final KubernetesClient platform;

    NamespaceLabelsIT(ManagedCluster cluster) {
        this.cluster = cluster;
        this.admin = cluster.client();
        this.people = new People(admin);
        this.namespace = ScratchNamespace.make(admin, NAMESPACE);
        this.tenant = people.client("tenant");
        this.platform = people.client("platform");
    }

    @BeforeAll
    void applyManifests() throws IOException {
        cluster.manifests().apply(Manifests.CRDS);
        cluster.manifests().apply(Manifests.ADMISSION_POLICIES);
        PolicyRule namespaces = right("", "namespaces", "get", "create", "update", "patch");
        PolicyRule status = right("", "namespaces/status", "get", "update", "patch");
        people.grantEverywhere("tenant", namespaces, status);
        people.grantEverywhere("platform", namespaces, right("spark-usher.io", "clustersparkpodpolicies", "create"));
    }

    @AfterAll
    void removeWhatWasMade() {
        people.close();
        namespace.close();
    }

    @Test
    void aTenantCannotTakeANamespaceOut() {
        assertRefused(
                "tenant may not set or remove the label " + BREAK_GLASS + " of a namespace",
                () -> edit(tenant, labels -> labels.put(BREAK_GLASS, "disabled")));
        assertRefused(
                "tenant may not set or remove the label " + PROVISION,
                () -> edit(tenant, labels -> labels.put(PROVISION, "enabled")));
        assertAccepted(() -> edit(platform, labels -> labels.put(BREAK_GLASS, "disabled")));
    }

    @Test
    void norMakeOneThatIsOut() {
        Namespace out = new NamespaceBuilder()
                .withNewMetadata()
                .withName("spark-usher-e2e-out")
                .addToLabels(BREAK_GLASS, "disabled")
                .endMetadata()
                .build();
        assertRefused(
                "tenant may not set or remove the label " + BREAK_GLASS,
                () -> tenant.resource(out).dryRun().create());
        assertAccepted(() -> platform.resource(out).dryRun().create());
    }

    @Test
    void norByTheStatus() {
        Namespace labelled = new NamespaceBuilder(
                        admin.namespaces().withName(NAMESPACE).get())
                .editMetadata()
                .addToLabels(BREAK_GLASS, "disabled")
                .endMetadata()
                .build();
        assertRefused(
                "tenant may not set or remove the label " + BREAK_GLASS,
                () -> tenant.resource(labelled).dryRun().updateStatus());
    }

    @Test
    void labelsThatNobodySelectsByAreTheClustersOwnMatter() {
        assertAccepted(() -> edit(tenant, labels -> labels.put("spark-usher-e2e/colour", "blue")));
    }

    @Test
    void aTenantCannotChooseThePoliciesOfANamespaceThatExists() throws IOException {
        ObjectNode policy = (ObjectNode) YAML.readTree("""
                apiVersion: spark-usher.io/v1alpha1
                kind: ClusterSparkPodPolicy
                metadata: {name: %s}
                spec:
                  namespaceSelector:
                    matchLabels: {%s: a}
                    matchExpressions: [{key: %s, operator: NotIn, values: [b]}]
                  driver: {labels: {a: b}}
                """.formatted(POLICY_NAME, TIER, ZONE));
        CustomResources policies = new CustomResources(admin);
        policies.create(policy);
        try {
            assertRefused(
                    "tenant may not change the label " + TIER + " of a namespace, by which the ClusterSparkPodPolicy "
                            + POLICY_NAME + " selects",
                    () -> edit(tenant, labels -> labels.put(TIER, "a")));
            assertRefused(
                    "tenant may not change the label " + ZONE, () -> edit(tenant, labels -> labels.put(ZONE, "b")));
            assertAccepted(() -> edit(platform, labels -> labels.put(TIER, "a")));
            assertAccepted(() -> edit(tenant, labels -> labels.put("spark-usher-e2e/colour", "green")));
        } finally {
            policies.delete(policy);
        }
        assertAccepted(() -> edit(tenant, labels -> labels.put(TIER, "a")));
    }

    /** Only asks what would be: the next attempt finds the namespace as it was. */
    private void edit(KubernetesClient client, Consumer<Map<String, String>> change) {
        client.namespaces().withName(namespace.name()).dryRun().edit(stored -> {
            change.accept(stored.getMetadata().getLabels());
            return stored;
        });
    }
}
