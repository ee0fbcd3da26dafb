package io.sparkusher.e2e.provision;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.sparkusher.e2e.AccountToken;
import io.sparkusher.e2e.ChildProcess;
import io.sparkusher.e2e.ScratchNamespace;
import io.sparkusher.e2e.Settings;
import io.sparkusher.e2e.SparkPods;
import io.sparkusher.e2e.SparkSubmit;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped role lets a real driver do all of its work, and nothing else. */
class DriverVerbsIT {
    private static final String NAMESPACE = "spark-usher-e2e-driver-verbs";
    private static final String BOUND = "bound";
    private static final String UNBOUND = "unbound";
    private static final String DRIVER = "the-driver";
    private static final Duration TO_WORK = Duration.ofMinutes(3);
    private static final List<String> EVERYTHING = List.of(
            "--deploy-mode=client",
            "--conf=spark.driver.host=127.0.0.1",
            "--conf=spark.ui.enabled=false",
            "--conf=spark.kubernetes.driver.pod.name=" + DRIVER,
            "--conf=spark.kubernetes.executor.apiPollingInterval=3s",
            "--conf=spark.kubernetes.dynamicAllocation.deleteGracePeriod=1s",
            "--conf=spark.kubernetes.executor.decommissionLabel=given-up");
    private static final List<String> CLAIMS = List.of(
            claim("options.claimName=OnDemand"),
            claim("options.sizeLimit=1Gi"),
            claim("options.storageClass=none"),
            claim("mount.path=/data"));
    private static final List<String> MAIN =
            List.of("--class=" + ThoroughDriver.class.getName(), "spark-internal", "6");

    private static KubernetesClient admin;
    private static ScratchNamespace namespace;
    private static Settings settings;

    @BeforeAll
    static void makeAccounts() throws IOException {
        settings = Settings.ofTheBuild();
        admin = new KubernetesClientBuilder().build();
        namespace = ScratchNamespace.make(admin, NAMESPACE);
        new ShippedRights(admin, settings.manifests()).applyDriverRole();
        for (String account : List.of(BOUND, UNBOUND)) {
            admin.resource(serviceAccount(account)).create();
        }
        admin.resource(binding("driver")).create();
        admin.resource(driverPod()).create();
    }

    @AfterAll
    static void remove() {
        namespace.close();
        admin.close();
    }

    private static String claim(String option) {
        return "--conf=spark.kubernetes.executor.volumes.persistentVolumeClaim.spark-local-dir-1." + option;
    }

    private static Pod driverPod() {
        Pod pod = SparkPods.driver(DRIVER);
        pod.getMetadata().setNamespace(NAMESPACE);
        pod.getSpec().setServiceAccountName(BOUND);
        return pod;
    }

    private static RoleBinding binding(String name) {
        return new RoleBindingBuilder()
                .withNewMetadata()
                .withNamespace(NAMESPACE)
                .withName(name)
                .endMetadata()
                .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "spark-usher-driver")
                .addNewSubject(null, "ServiceAccount", BOUND, NAMESPACE)
                .build();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everySpark")
    void letsADriverHaveExecutorsWithClaimsAndGiveThemUp(SparkSubmit spark) throws IOException {
        String name = "verbs-direct-" + spark.version().replace('.', '-');
        List<String> options = options(List.of(
                "--conf=spark.dynamicAllocation.enabled=true",
                "--conf=spark.dynamicAllocation.shuffleTracking.enabled=true",
                "--conf=spark.dynamicAllocation.initialExecutors=2"));
        try (ChildProcess driver = spark.as(account(BOUND), name, options)) {
            Pod failed = awaitExecutors(driver, name, 2).get(0);
            fail(failed);
            await("the driver to delete the executor that failed")
                    .atMost(TO_WORK)
                    .until(() -> admin.resource(failed).get() == null);
            driver.requireSuccess(TO_WORK);
            assertNothingWasForbidden(driver);
        }
        assertNothingIsLeft(name);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everySpark")
    void letsADriverHaveExecutorsByAStatefulSet(SparkSubmit spark) throws IOException {
        String name = "verbs-set-" + spark.version().replace('.', '-');
        List<String> options = options(List.of("--conf=spark.kubernetes.allocation.pods.allocator=statefulset"));
        try (ChildProcess driver = spark.as(account(BOUND), name, options)) {
            awaitExecutors(driver, name, 2);
            driver.requireSuccess(TO_WORK);
            assertNothingWasForbidden(driver);
        }
        assertNothingIsLeft(name);
    }

    @Test
    void isNeededByADriver() throws IOException {
        SparkSubmit spark = everySpark().findFirst().orElseThrow();
        try (ChildProcess driver = spark.as(account(UNBOUND), "verbs-unbound", options(List.of()))) {
            await("the end of the driver whose log is " + driver.log())
                    .atMost(TO_WORK)
                    .until(() -> !driver.isAlive());
            assertTrue(log(driver).contains("forbidden"), "Not refused; its log is " + driver.log());
        }
    }

    @Test
    void allowsNothingElse() throws IOException {
        try (KubernetesClient driver = account(BOUND).client()) {
            assertForbidden(() -> driver.secrets().inNamespace(NAMESPACE).list());
            assertForbidden(() ->
                    driver.secrets().inNamespace(NAMESPACE).withName("any").get());
            assertForbidden(() -> driver.configMaps().inNamespace(NAMESPACE).list());
            assertForbidden(() -> driver.pods().inNamespace("default").list());
            assertForbidden(() -> driver.pods().inAnyNamespace().list());
            assertForbidden(() -> driver.resource(new ConfigMapBuilder()
                            .withNewMetadata()
                            .withNamespace("default")
                            .withName(NAMESPACE)
                            .endMetadata()
                            .build())
                    .create());
            assertForbidden(() -> driver.resource(binding("another")).create());
            assertForbidden(() -> driver.resource(serviceAccount("another")).create());
            assertForbidden(
                    () -> driver.pods().inNamespace(NAMESPACE).withName(DRIVER).getLog());
            assertForbidden(() -> driver.nodes().list());
        }
    }

    private static void assertForbidden(Executable call) {
        assertEquals(403, assertThrows(KubernetesClientException.class, call).getCode());
    }

    private static Stream<SparkSubmit> everySpark() throws IOException {
        return SparkSubmit.all(Settings.ofTheBuild());
    }

    private static AccountToken account(String name) throws IOException {
        return AccountToken.of(admin, NAMESPACE, name, settings.evidence());
    }

    private static ServiceAccount serviceAccount(String name) {
        return new ServiceAccountBuilder()
                .withNewMetadata()
                .withNamespace(NAMESPACE)
                .withName(name)
                .endMetadata()
                .build();
    }

    private static List<String> options(List<String> own) {
        List<String> options = new ArrayList<>(EVERYTHING);
        options.addAll(CLAIMS);
        options.addAll(own);
        options.addAll(MAIN);
        return options;
    }

    private static List<Pod> awaitExecutors(ChildProcess driver, String name, int count) {
        return await("executors of the driver whose log is " + driver.log())
                .atMost(TO_WORK)
                .failFast("The driver ended; its log is " + driver.log(), () -> !driver.isAlive())
                .until(() -> executors(name), pods -> pods.size() >= count);
    }

    private static List<Pod> executors(String name) {
        return admin.pods()
                .inNamespace(NAMESPACE)
                .withLabel("spark-app-name", name)
                .withLabel("spark-role", "executor")
                .list()
                .getItems();
    }

    /** As a kubelet would say that the container has ended badly. */
    private static void fail(Pod pod) {
        pod.setStatus(new PodStatusBuilder().withPhase("Failed").build());
        admin.resource(pod).patchStatus();
    }

    private static void assertNothingWasForbidden(ChildProcess driver) throws IOException {
        assertFalse(
                log(driver).toLowerCase(Locale.ROOT).contains("forbidden"),
                "The driver was refused something; its log is " + driver.log());
    }

    private static String log(ChildProcess process) throws IOException {
        return Files.readString(process.log());
    }

    private static void assertNothingIsLeft(String name) {
        await("the end of what the driver made")
                .atMost(TO_WORK)
                .until(() -> executors(name).isEmpty());
        assertEquals(
                List.of(),
                admin.configMaps()
                        .inNamespace(NAMESPACE)
                        .withLabel("spark-role", "executor")
                        .list()
                        .getItems());
        assertEquals(
                List.of(),
                admin.apps().statefulSets().inNamespace(NAMESPACE).list().getItems());
    }
}
