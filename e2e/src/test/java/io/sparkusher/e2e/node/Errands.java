package io.sparkusher.e2e.node;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * Gives Spark Usher's accounts occasion for what the other tests give them none for: service accounts that are made,
 * repaired and removed, and events about policies that cannot be used. What they did is then in the audit log.
 */
final class Errands implements AutoCloseable {
    static final String NAMESPACE = "spark-usher-e2e-accounts";

    private static final String DRIVER = "errands-driver";
    private static final String FOREIGN = "errands-executor";
    private static final String CLUSTER_WIDE = "cluster-wide";
    private static final String BINDING = "spark-usher-driver-" + DRIVER;

    private static final String NAMES_THE_POOL = "  driver: {nodePool: {type: Single, single: {pool: errands-late}}}\n";

    private final NodeSettings settings;
    private final KubernetesClient client;

    Errands(NodeCluster cluster) {
        settings = cluster.settings();
        client = cluster.client();
    }

    /** Returns when all of it was done, about two minutes later. The provisioner's grant stays until the end. */
    void run() {
        optIn();
        grant();
        makeAnAccountThatIsNotOurs();
        applyPolicy("accounts", """
                  driver: {serviceAccount: {name: %s, provision: true}}
                  executor: {serviceAccount: {name: %s, provision: true, automountToken: false}}
                """.formatted(DRIVER, FOREIGN));
        until("an event about the account of others", () -> hasEvent("AccountNotOurs"));
        until("the driver's account", () -> account().get() != null && binding().get() != null);
        spoilTheAccount();
        spoilTheBinding();
        applyPolicy("waiting", NAMES_THE_POOL);
        until("an event about the pool", () -> hasEvent("NodePoolMissing"));
        haveThePoolComeAndGo();
        haveThePoolComeAndGo();
        until("the same event counted", this::hasCountedEvent);
        applyClusterWide();
        until("the status of what is the cluster's", this::clusterWideIsReady);
        remove("accounts");
        until(
                "the end of the driver's account",
                () -> account().get() == null && binding().get() == null);
        remove("waiting");
    }

    private void haveThePoolComeAndGo() {
        apply(file("late-pool", """
                apiVersion: spark-usher.io/v1alpha1
                kind: SparkNodePool
                metadata: {name: errands-late}
                spec: {requirements: [{key: errands, operator: Exists}]}
                """));
        awaitCondition("Accepted=true");
        // A pool goes only when nothing names it.
        applyPolicy("waiting", "  driver: {labels: {errands: done}}\n");
        awaitCondition("Ready=true");
        kubectl("delete", "sparknodepool", "errands-late");
        applyPolicy("waiting", NAMES_THE_POOL);
        awaitCondition("Accepted=false");
    }

    private void awaitCondition(String condition) {
        kubectl(
                "--namespace",
                NAMESPACE,
                "wait",
                "--for=condition=" + condition,
                "--timeout=60s",
                "sparkpodpolicy/waiting");
    }

    private void kubectl(String... words) {
        settings.kubectl().with(words).run(Duration.ofMinutes(2));
    }

    private void applyClusterWide() {
        apply(file(CLUSTER_WIDE, """
                apiVersion: spark-usher.io/v1alpha1
                kind: SparkNodePool
                metadata: {name: errands}
                spec: {requirements: [{key: errands, operator: Exists}]}
                ---
                apiVersion: spark-usher.io/v1alpha1
                kind: ClusterSparkPodPolicy
                metadata: {name: errands}
                spec:
                  namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: %s}}
                  driver: {nodePool: {type: Single, single: {pool: errands}}}
                """.formatted(NAMESPACE)));
    }

    private boolean clusterWideIsReady() {
        settings.kubectl()
                .with(
                        "wait",
                        "--for=condition=Ready",
                        "--timeout=60s",
                        "sparknodepool/errands",
                        "clustersparkpodpolicy/errands")
                .run(Duration.ofMinutes(2));
        return true;
    }

    private void optIn() {
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(NAMESPACE)
                        .addToLabels("spark-usher.io/provision", "enabled")
                        .endMetadata()
                        .build())
                .create();
    }

    private void makeAnAccountThatIsNotOurs() {
        client.resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withNamespace(NAMESPACE)
                        .withName(FOREIGN)
                        .endMetadata()
                        .build())
                .create();
    }

    private void grant() {
        client.resource(new RoleBindingBuilder()
                        .withNewMetadata()
                        .withNamespace(NAMESPACE)
                        .withName("spark-usher-provisioner")
                        .endMetadata()
                        .withNewRoleRef(
                                "rbac.authorization.k8s.io", "ClusterRole", "spark-usher-provisioner-in-namespace")
                        .addNewSubject(null, "ServiceAccount", "spark-usher-provisioner", InstalledUsher.NAMESPACE)
                        .build())
                .create();
    }

    private void spoilTheAccount() {
        account().edit(spoilt -> {
            spoilt.setAutomountServiceAccountToken(false);
            return spoilt;
        });
        until(
                "an account as it was",
                () -> !Boolean.FALSE.equals(account().get().getAutomountServiceAccountToken()));
    }

    private void spoilTheBinding() {
        binding().edit(spoilt -> {
            spoilt.getSubjects().get(0).setName("somebody-else");
            return spoilt;
        });
        until(
                "a binding as it was",
                () -> binding().get().getSubjects().get(0).getName().equals(DRIVER));
    }

    private Resource<ServiceAccount> account() {
        return client.serviceAccounts().inNamespace(NAMESPACE).withName(DRIVER);
    }

    private Resource<RoleBinding> binding() {
        return client.rbac().roleBindings().inNamespace(NAMESPACE).withName(BINDING);
    }

    private boolean hasEvent(String reason) {
        return client.events().v1().events().inNamespace(NAMESPACE).list().getItems().stream()
                .anyMatch(event -> reason.equals(event.getReason()));
    }

    private boolean hasCountedEvent() {
        return client.events().v1().events().inNamespace(NAMESPACE).list().getItems().stream()
                .anyMatch(event -> event.getSeries() != null);
    }

    private void applyPolicy(String name, String spec) {
        apply(file(name, """
                apiVersion: spark-usher.io/v1alpha1
                kind: SparkPodPolicy
                metadata: {name: %s, namespace: %s}
                spec:
                """.formatted(name, NAMESPACE) + spec));
    }

    private Path file(String name, String content) {
        try {
            return Files.writeString(settings.work().resolve("errands-" + name + ".yaml"), content);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private void apply(Path file) {
        settings.kubectl().with("apply", "--server-side", "-f", file.toString()).run(Duration.ofMinutes(1));
    }

    private void remove(String policy) {
        settings.kubectl()
                .with("--namespace", NAMESPACE, "delete", "sparkpodpolicy", policy)
                .run(Duration.ofMinutes(1));
    }

    private static void until(String what, Callable<Boolean> holds) {
        await(what).atMost(NodeCluster.TO_SETTLE).until(holds);
    }

    @Override
    public void close() {
        // By a command of its own: a replica may hear of its end a moment later than the pool is asked for.
        kubectl("delete", "--ignore-not-found", "clustersparkpodpolicy", "errands");
        settings.kubectl()
                .with(
                        "delete",
                        "--ignore-not-found",
                        "-f",
                        settings.work()
                                .resolve("errands-" + CLUSTER_WIDE + ".yaml")
                                .toString())
                .run(Duration.ofMinutes(1));
        client.namespaces().withName(NAMESPACE).delete();
        until(
                "the end of the namespace " + NAMESPACE,
                () -> client.namespaces().withName(NAMESPACE).get() == null);
    }
}
