package io.sparkusher.e2e.spark;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.sparkusher.e2e.SparkSubmit;
import io.sparkusher.e2e.node.NodeCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A namespace of one test. Spark Usher may provision accounts in it; the account {@link #OWN_ACCOUNT} is there already,
 * as a team has one that never heard of Spark Usher, with the rights of the role that is shipped for drivers.
 */
final class TeamNamespace implements AutoCloseable {
    static final String OWN_ACCOUNT = "spark";

    private static final Duration TO_APPLY = Duration.ofMinutes(1);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final String ACCOUNTS = """
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: spark}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: spark}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: spark-usher-driver}
            subjects: [{kind: ServiceAccount, name: spark, namespace: NAMESPACE}]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: spark-usher-provisioner}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: spark-usher-provisioner-in-namespace}
            subjects: [{kind: ServiceAccount, name: spark-usher-provisioner, namespace: spark-usher}]
            """;

    private final NodeCluster cluster;
    private final String name;
    private final SeenPods pods;

    private TeamNamespace(NodeCluster cluster, String name) {
        this.cluster = cluster;
        this.name = name;
        this.pods = SeenPods.in(cluster.client(), name);
    }

    static TeamNamespace make(NodeCluster cluster) {
        String name = "%s-%s-%d"
                .formatted(
                        "spark-usher-e2e-job",
                        Long.toString(System.currentTimeMillis(), Character.MAX_RADIX),
                        COUNT.incrementAndGet());
        cluster.client()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .addToLabels(NodeCluster.MADE_BY_TESTS, "true")
                        .addToLabels("spark-usher.io/provision", "enabled")
                        .endMetadata()
                        .build())
                .create();
        await("the default service account of " + name)
                .atMost(NodeCluster.TO_SETTLE)
                .until(() -> cluster.client()
                                .serviceAccounts()
                                .inNamespace(name)
                                .withName("default")
                                .get()
                        != null);
        TeamNamespace namespace = new TeamNamespace(cluster, name);
        namespace.apply(ACCOUNTS.replace("NAMESPACE", name));
        return namespace;
    }

    /** Removes what an aborted run left. */
    static void removeAll(KubernetesClient client) {
        client.namespaces().withLabel(NodeCluster.MADE_BY_TESTS).list().getItems().stream()
                .filter(left -> left.getMetadata().getName().startsWith("spark-usher-e2e-job-"))
                .forEach(left -> client.resource(left).delete());
    }

    String name() {
        return name;
    }

    /** Every pod that has been here since the namespace was made. */
    SeenPods pods() {
        return pods;
    }

    KubernetesClient client() {
        return cluster.client();
    }

    /** Applies manifests, as a team does from its git, and returns once every policy here is in force on every replica. */
    void apply(String yaml) {
        kubectl("apply", "--server-side", "--force-conflicts", "-f", write(yaml).toString());
        if (yaml.contains("kind: SparkPodPolicy")) {
            kubectl("wait", "--for=condition=Ready", "--timeout=60s", "sparkpodpolicies", "--all");
        }
    }

    /** Writes a text into a file for kubectl, or for spark-submit. */
    Path write(String yaml) {
        try {
            return Files.writeString(
                    cluster.settings().work().resolve("applied-" + COUNT.incrementAndGet() + ".yaml"), yaml);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Runs kubectl in this namespace, and fails where it does. */
    String kubectl(String... words) {
        return cluster.settings()
                .kubectl()
                .with("--namespace", name)
                .with(words)
                .run(TO_APPLY);
    }

    void delete(Pod pod) {
        kubectl("delete", "pod", "--wait=false", pod.getMetadata().getName());
    }

    /** What the API server would say to whoever made a pod like this one, now. */
    String warningsOf(Pod pod) {
        Pod anew = new PodBuilder()
                .withApiVersion("v1")
                .withNewMetadata()
                .withName(pod.getMetadata().getName() + "-again")
                .withLabels(pod.getMetadata().getLabels())
                .endMetadata()
                .withNewSpecLike(pod.getSpec())
                .withNodeName(null)
                .endSpec()
                .build();
        return kubectl(
                "create",
                "--dry-run=server",
                "--filename",
                write(Serialization.asYaml(anew)).toString());
    }

    /** Waits for an event about something of a kind, and gives its message. */
    String awaitEvent(String kind, String reason) {
        return await(reason + " of a " + kind)
                .atMost(NodeCluster.TO_SETTLE)
                .until(
                        () -> client().v1().events().inNamespace(name).list().getItems().stream()
                                .filter(event ->
                                        kind.equals(event.getInvolvedObject().getKind()))
                                .filter(event -> reason.equals(event.getReason()))
                                .map(Event::getMessage)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Waits until accounts are there that a policy has provisioned. */
    void awaitAccounts(String... names) {
        for (String account : names) {
            kubectl("wait", "--for=create", "--timeout=60s", "serviceaccount/" + account);
        }
    }

    /** A job that says nothing about where it runs and as whom. */
    SparkJob plainJob(SparkSubmit spark, String application) {
        return SparkJob.plain(this, spark, application);
    }

    /** A job of a user who chose the real node, and the team's own account. */
    SparkJob job(SparkSubmit spark, String application) {
        String[] label = cluster.settings().nodeSelector().split("=", 2);
        return plainJob(spark, application)
                .conf("spark.kubernetes.node.selector." + label[0], label[1])
                .conf("spark.kubernetes.authenticate.driver.serviceAccountName", OWN_ACCOUNT);
    }

    @Override
    public void close() {
        pods.close();
        client().namespaces().withName(name).delete();
    }
}
