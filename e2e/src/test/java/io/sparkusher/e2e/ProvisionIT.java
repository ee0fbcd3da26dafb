package io.sparkusher.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.function.Executable;

/** Service accounts are made as policies ask for them, by a process that may do no more than it is shipped with. */
class ProvisionIT {
    private static final String OWN = "spark-usher-e2e-provisioner";
    private static final String ACCOUNT = "spark-usher-provisioner";
    private static final String DRIVER_BINDING = "spark-usher-driver-d";
    private static final String BOTH_ROLES = """
            {driver: {serviceAccount: {name: d, provision: true}},
            executor: {serviceAccount: {name: e, provision: true}}}
            """;

    private static KubernetesClient admin;
    private static Settings settings;
    private static ShippedRights shipped;
    private static ScratchNamespace own;
    private static ProvisionerProcess provisioner;

    private ScratchNamespace team;

    @BeforeAll
    static void start() throws IOException {
        settings = Settings.ofTheBuild();
        admin = new KubernetesClientBuilder().build();
        own = ScratchNamespace.make(admin, OWN);
        shipped = new ShippedRights(admin, settings.manifests());
        shipped.applyKinds();
        shipped.applyDriverRole();
        shipped.applyComponent("provisioner", OWN);
        provisioner = ProvisionerProcess.start(settings, account(), "provisioner");
    }

    @AfterAll
    static void end() {
        provisioner.close();
        shipped.removeComponent("provisioner", OWN);
        own.close();
        admin.close();
    }

    @BeforeEach
    void makeTeam(TestInfo test) {
        String name = test.getTestMethod().orElseThrow().getName();
        team = ScratchNamespace.make(admin, "spark-usher-e2e-" + Integer.toHexString(name.hashCode()));
        label(team.name(), "enabled");
    }

    @AfterEach
    void removeTeam() {
        team.close();
    }

    private static AccountToken account() throws IOException {
        return AccountToken.of(admin, OWN, ACCOUNT, settings.evidence());
    }

    @Test
    void makesAccountsWhileAPolicyAsksForThemOrAPodUsesThem() {
        grant();
        policy(BOTH_ROLES);
        awaitThere("d");
        awaitThere("e");
        assertEquals(true, accountNamed("d").getAutomountServiceAccountToken());
        assertEquals(false, accountNamed("e").getAutomountServiceAccountToken());
        awaitBound();

        Pod driver = SparkPods.driver("uses-d");
        driver.getMetadata().setNamespace(team.name());
        driver.getSpec().setServiceAccountName("d");
        admin.resource(driver).create();
        admin.genericKubernetesResources("spark-usher.io/v1alpha1", "SparkPodPolicy")
                .inNamespace(team.name())
                .delete();
        awaitGone("e");
        assertTrue(isBound(), "The driver's rights are gone before the driver is");
        awaitThere("d");

        admin.resource(driver).withGracePeriod(0).delete();
        awaitGone("d");
        assertFalse(isBound());
    }

    @Test
    void givesADriverWhatItNeedsAndNothingElse() throws IOException {
        grant();
        policy(BOTH_ROLES);
        awaitBound();
        AccountToken token = AccountToken.of(admin, team.name(), "d", settings.evidence());
        try (KubernetesClient driver = token.client()) {
            assertEquals(
                    List.of(), driver.pods().inNamespace(team.name()).list().getItems());
            assertForbidden(() -> driver.secrets().inNamespace(team.name()).list());
            assertForbidden(() -> driver.pods().inNamespace("default").list());
        }
    }

    @Test
    void saysWhereTheGrantIsMissingAndGoesOnOnceItIsThere() {
        policy(BOTH_ROLES);
        awaitEvent("GrantMissing");
        assertNotThere("d");

        grant();
        awaitThere("d");
        awaitBound();
    }

    @Test
    void leavesAloneWhatOthersMade() {
        grant();
        admin.resource(foreign("d")).create();
        policy(BOTH_ROLES);
        awaitThere("e");
        awaitEvent("AccountNotOurs");
        assertEquals(Map.of(), accountNamed("d").getMetadata().getLabels());
        assertFalse(isBound());
    }

    @Test
    void repairsWhatOthersChangedAndKeepsWhatTheyAdded() {
        grant();
        policy(BOTH_ROLES);
        awaitThere("e");
        awaitBound();
        admin.resource(accountNamed("e"))
                .edit(account -> new ServiceAccountBuilder(account)
                        .editMetadata()
                        .addToAnnotations("eks.amazonaws.com/role-arn", "arn:aws:iam::1:role/spark")
                        .endMetadata()
                        .addNewImagePullSecret("registry")
                        .withAutomountServiceAccountToken(true)
                        .build());
        admin.resource(binding())
                .edit(binding -> new RoleBindingBuilder(binding)
                        .addNewSubject(null, "ServiceAccount", "default", team.name())
                        .build());

        await().atMost(Cluster.TO_SETTLE).until(() -> !accountNamed("e").getAutomountServiceAccountToken());
        await().atMost(Cluster.TO_SETTLE).until(() -> binding().getSubjects().size() == 1);
        ServiceAccount repaired = accountNamed("e");
        assertEquals("registry", repaired.getImagePullSecrets().get(0).getName());
        assertEquals(
                "arn:aws:iam::1:role/spark",
                repaired.getMetadata().getAnnotations().get("eks.amazonaws.com/role-arn"));
    }

    @Test
    void makesABindingAnewThatSomebodyLetBindAnotherRole() {
        grant();
        policy(BOTH_ROLES);
        awaitBound();
        RoleBinding view = new RoleBindingBuilder(binding())
                .editMetadata()
                .withResourceVersion(null)
                .withUid(null)
                .endMetadata()
                .editRoleRef()
                .withName("view")
                .endRoleRef()
                .build();
        await().atMost(Cluster.TO_SETTLE).until(() -> isReplacedBy(view));

        await().atMost(Cluster.TO_SETTLE)
                .until(() ->
                        binding() != null && binding().getRoleRef().getName().equals("spark-usher-driver"));
    }

    /** Not where the provisioner is quicker and makes the deleted one anew. */
    private static boolean isReplacedBy(RoleBinding other) {
        try {
            admin.resource(other).delete();
            admin.resource(other).create();
            return true;
        } catch (KubernetesClientException taken) {
            return false;
        }
    }

    @Test
    void makesNothingWhereANamespaceHasNotOptedIn() {
        grant();
        label(team.name(), "later");
        policy(BOTH_ROLES);
        try (ScratchNamespace other = ScratchNamespace.make(admin, team.name() + "-other")) {
            label(other.name(), "enabled");
            grant(other.name());
            policy(other.name(), BOTH_ROLES);
            awaitThere(other.name(), "d");
        }
        assertNotThere("d");

        label(team.name(), "enabled");
        awaitThere("d");
    }

    @Test
    void makesTheAccountsOfAClusterPolicyWhereItIsFor() {
        grant();
        String name = team.name();
        var policy = Serialization.unmarshal("""
                apiVersion: spark-usher.io/v1alpha1
                kind: ClusterSparkPodPolicy
                metadata: {name: %1$s}
                spec:
                  namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: %1$s}}
                  executor: {serviceAccount: {name: of-the-cluster, provision: true}}
                """.formatted(name), GenericKubernetesResource.class);
        admin.resource(policy).create();
        try {
            awaitThere("of-the-cluster");
        } finally {
            admin.resource(policy).delete();
        }
        awaitGone("of-the-cluster");
    }

    @Test
    void goesOnWithTheLastUsableVersionOfAPolicy() {
        grant();
        policy(BOTH_ROLES);
        awaitThere("d");
        policy("{executor: {nodePool: {type: Single, single: {pool: there-is-none}}}}");
        admin.resource(accountNamed("d")).delete();
        awaitThere("d");
    }

    @Test
    void hasAnotherGoOnWhereOneEnds() throws IOException {
        grant();
        await().atMost(Cluster.TO_SETTLE).until(provisioner::leads);
        ProvisionerProcess other = ProvisionerProcess.start(settings, account(), "provisioner-other");
        provisioner.close();
        provisioner = other;
        await().atMost(Cluster.TO_SETTLE).until(other::leads);
        policy(BOTH_ROLES);
        awaitThere("d");
    }

    @Test
    void mayDoNothingElse() throws IOException {
        grant();
        try (KubernetesClient granted = account().client()) {
            assertForbidden(() ->
                    granted.resource(foreign("anything")).inNamespace("default").create());
            assertForbidden(() -> granted.secrets().inNamespace(team.name()).list());
            assertForbidden(() -> granted.secrets().inNamespace(OWN).list());
            assertForbidden(() -> granted.pods().inAnyNamespace().list());
            Pod pod = SparkPods.driver("made-by-us");
            assertForbidden(() -> granted.resource(pod).inNamespace(team.name()).create());
            RoleBinding toAdmin = new RoleBindingBuilder()
                    .withNewMetadata()
                    .withNamespace(team.name())
                    .withName("escalation")
                    .endMetadata()
                    .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "admin")
                    .addNewSubject(null, "ServiceAccount", "default", team.name())
                    .build();
            assertForbidden(() -> granted.resource(toAdmin).create());
        }
    }

    private static void label(String namespace, String provision) {
        admin.namespaces()
                .withName(namespace)
                .edit(present -> new NamespaceBuilder(present)
                        .editMetadata()
                        .addToLabels("spark-usher.io/provision", provision)
                        .endMetadata()
                        .build());
    }

    private static void assertForbidden(Executable call) {
        assertEquals(403, assertThrows(KubernetesClientException.class, call).getCode());
    }

    private void grant() {
        grant(team.name());
    }

    /** As docs/service-accounts.md has a namespace's admin do it. */
    private static void grant(String namespace) {
        admin.resource(new RoleBindingBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace)
                        .withName("spark-usher-provisioner")
                        .endMetadata()
                        .withNewRoleRef(
                                "rbac.authorization.k8s.io", "ClusterRole", "spark-usher-provisioner-in-namespace")
                        .addNewSubject(null, "ServiceAccount", ACCOUNT, OWN)
                        .build())
                .create();
    }

    private void policy(String spec) {
        policy(team.name(), spec);
    }

    private static void policy(String namespace, String spec) {
        admin.resource(Serialization.unmarshal("""
                        apiVersion: spark-usher.io/v1alpha1
                        kind: SparkPodPolicy
                        metadata: {name: accounts, namespace: %s}
                        spec: %s
                        """.formatted(namespace, spec), GenericKubernetesResource.class))
                .forceConflicts()
                .serverSideApply();
    }

    private ServiceAccount foreign(String name) {
        return new ServiceAccountBuilder()
                .withNewMetadata()
                .withNamespace(team.name())
                .withName(name)
                .endMetadata()
                .build();
    }

    private ServiceAccount accountNamed(String name) {
        return admin.serviceAccounts().inNamespace(team.name()).withName(name).get();
    }

    private RoleBinding binding() {
        return admin.rbac()
                .roleBindings()
                .inNamespace(team.name())
                .withName(DRIVER_BINDING)
                .get();
    }

    private boolean isBound() {
        return binding() != null;
    }

    private void awaitBound() {
        await("the driver's binding").atMost(Cluster.TO_SETTLE).until(this::isBound);
    }

    private void awaitThere(String name) {
        awaitThere(team.name(), name);
    }

    private static void awaitThere(String namespace, String name) {
        await("the service account " + name)
                .atMost(Cluster.TO_SETTLE)
                .until(() -> admin.serviceAccounts()
                                .inNamespace(namespace)
                                .withName(name)
                                .get()
                        != null);
    }

    private void awaitGone(String name) {
        await("the end of the service account " + name)
                .atMost(Cluster.TO_SETTLE)
                .until(() -> accountNamed(name) == null);
    }

    private void assertNotThere(String name) {
        assertEquals(null, accountNamed(name));
    }

    private void awaitEvent(String reason) {
        await("the event " + reason)
                .atMost(Cluster.TO_SETTLE)
                .until(() -> admin.events().v1().events().inNamespace(team.name()).list().getItems().stream()
                        .anyMatch(event -> event.getReason().equals(reason)
                                && event.getRegarding().getName().equals("accounts")));
    }
}
