package io.sparkusher.e2e.manifests;

import static io.sparkusher.e2e.manifests.Attempts.assertAccepted;
import static io.sparkusher.e2e.manifests.Attempts.assertRefused;
import static io.sparkusher.e2e.manifests.People.right;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.sparkusher.e2e.ScratchNamespace;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may write policies: people with roles, before a real API server. */
@ExtendWith(ManifestsExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PolicyAuthorsIT {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String NAMESPACE = "spark-usher-e2e-authors";
    private static final String GROUP = "spark-usher.io";
    private static final PolicyRule CREATE_PODS = right("", "pods", "create");
    private static final PolicyRule EXECUTE = right("", "pods/exec", "create");
    private static final PolicyRule BIND = right("rbac.authorization.k8s.io", "clusterroles", "bind");
    private static final PolicyRule POLICIES = right(GROUP, "sparkpodpolicies", "*");
    private static final PolicyRule CLUSTER_POLICIES = right(GROUP, "clustersparkpodpolicies", "*");
    private static final PolicyRule POOLS = right(GROUP, "sparknodepools", "*");

    private static final String LABELS = "{driver: {labels: {a: b}}}";
    private static final String PROVISION = "{common: {serviceAccount: {name: spark, provision: true}}}";

    private final ManagedCluster cluster;
    private final KubernetesClient admin;
    private final People people;
    private final ScratchNamespace namespace;

    PolicyAuthorsIT(ManagedCluster cluster) {
        this.cluster = cluster;
        this.admin = cluster.client();
        this.people = new People(admin);
        this.namespace = ScratchNamespace.make(admin, NAMESPACE);
    }

    @BeforeAll
    void applyManifests() throws IOException {
        cluster.manifests().apply(Manifests.CRDS);
        cluster.manifests().apply(Manifests.ADMISSION_POLICIES);
    }

    @AfterAll
    void removeWhatWasMade() {
        people.close();
        namespace.close();
    }

    @Test
    void policyRightsAloneAreNotEnough() throws IOException {
        people.grant("policies-only", NAMESPACE, POLICIES);
        assertMayNot(
                "policies-only", policy(LABELS), "policies-only may not create pods in the namespace " + NAMESPACE);
    }

    @Test
    void neitherIsTheRightToCreatePodsWithoutThatToRunCommandsInThem() throws IOException {
        people.grant("no-exec", NAMESPACE, POLICIES, CREATE_PODS);
        assertMayNot("no-exec", policy(LABELS), "no-exec may not run commands in the pods of the namespace");
    }

    @Test
    void whoMayDoBothMayWritePolicies() throws IOException {
        people.grant("author", NAMESPACE, POLICIES, CREATE_PODS, EXECUTE);
        assertMay("author", policy(LABELS));
        assertMayNot(
                "author", policy(PROVISION), "author may not bind the ClusterRole spark-usher-driver in the namespace");
    }

    @Test
    void whoMayBindTheDriversRoleMayHaveAccountsMade() throws IOException {
        people.grant("provisioning", NAMESPACE, POLICIES, CREATE_PODS, EXECUTE, BIND);
        assertMay("provisioning", policy(PROVISION));
    }

    @Test
    void aServiceAccountMayDoWhatItsRolesSay() throws IOException {
        String account = "system:serviceaccount:" + NAMESPACE + ":gitops";
        people.grant(account, NAMESPACE, POLICIES, CREATE_PODS, EXECUTE);
        assertMay(account, policy(LABELS));
        assertMayNot(account, policy(PROVISION), account + " may not bind the ClusterRole spark-usher-driver");
    }

    @Test
    void kindsOfTheClusterNeedTheRightsInAllNamespaces() throws IOException {
        people.grantEverywhere("here-only", CLUSTER_POLICIES, POOLS);
        people.grant("here-only", NAMESPACE, CREATE_PODS, EXECUTE, BIND);
        String sentence = "here-only may not create pods in all namespaces";
        assertMayNot("here-only", clusterPolicy(LABELS), sentence);
        assertMayNot("here-only", pool(), sentence);
        people.grantEverywhere("everywhere", CLUSTER_POLICIES, POOLS, CREATE_PODS, EXECUTE);
        assertMay("everywhere", clusterPolicy(LABELS));
        assertMay("everywhere", pool());
        assertMayNot("everywhere", clusterPolicy(PROVISION), "spark-usher-driver in all namespaces");
    }

    @Test
    void whatIsNotTheSpecMayChangeByWhoeverMayUpdate() throws IOException {
        people.grant("collector", NAMESPACE, right(GROUP, "sparkpodpolicies", "get", "patch", "update"));
        ObjectNode policy = policy(LABELS);
        new CustomResources(admin).create(policy);
        assertAccepted(() -> edit("collector", policy, stored -> {
            stored.getMetadata().getFinalizers().add("spark-usher-e2e/finalizer");
            stored.getMetadata().getLabels().put("a", "b");
        }));
        assertRefused(
                "collector may not create pods in the namespace",
                () -> edit(
                        "collector",
                        policy,
                        stored -> stored.<Map<String, Object>>get("spec").put("precedence", 1)));
    }

    private void edit(String user, ObjectNode policy, Consumer<GenericKubernetesResource> change) {
        people.client(user).resource(resource(policy)).dryRun().edit(stored -> {
            change.accept(stored);
            return stored;
        });
    }

    @Test
    void theStatusIsWrittenByWhoIsOrMayBeSparkUsher() throws IOException {
        PolicyRule status = right(GROUP, "sparkpodpolicies/status", "get", "patch", "update");
        PolicyRule read = right(GROUP, "sparkpodpolicies", "get");
        String usher = "system:serviceaccount:spark-usher:spark-usher";
        people.grant("forger", NAMESPACE, POLICIES, status, CREATE_PODS, EXECUTE);
        people.grant(usher, NAMESPACE, read, status);
        ObjectNode policy = policy(LABELS);
        new CustomResources(admin).create(policy);
        assertRefused(
                "forger may not write the status, as Spark Usher alone does", () -> writeStatus("forger", policy));
        assertAccepted(() -> writeStatus(usher, policy));
        writeStatus(admin, policy);
    }

    private void writeStatus(String user, ObjectNode policy) {
        writeStatus(people.client(user), policy);
    }

    private static void writeStatus(KubernetesClient client, ObjectNode policy) {
        client.resource(resource(policy)).editStatus(stored -> {
            stored.setAdditionalProperty("status", Map.of("observedGeneration", 1));
            return stored;
        });
    }

    private void assertMayNot(String user, ObjectNode object, String sentence) {
        assertRefused(sentence, () -> new CustomResources(people.client(user)).dryRun(object));
    }

    private void assertMay(String user, ObjectNode object) {
        assertAccepted(() -> new CustomResources(people.client(user)).dryRun(object));
    }

    private static ObjectNode policy(String spec) throws IOException {
        ObjectNode policy = object("SparkPodPolicy", spec);
        policy.withObject("/metadata").put("namespace", NAMESPACE);
        return policy;
    }

    private static ObjectNode clusterPolicy(String spec) throws IOException {
        return object("ClusterSparkPodPolicy", spec);
    }

    private static ObjectNode pool() throws IOException {
        return object("SparkNodePool", "{requirements: [{key: tier, operator: Exists}]}");
    }

    private static ObjectNode object(String kind, String spec) throws IOException {
        ObjectNode object = YAML.createObjectNode();
        object.put("apiVersion", CustomResources.API_VERSION).put("kind", kind);
        object.putObject("metadata").put("name", "spark-usher-e2e-" + UUID.randomUUID());
        object.set("spec", YAML.readTree(spec));
        return object;
    }

    private static GenericKubernetesResource resource(ObjectNode object) {
        return YAML.convertValue(object, GenericKubernetesResource.class);
    }
}
