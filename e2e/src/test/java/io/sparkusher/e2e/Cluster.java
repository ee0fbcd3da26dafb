package io.sparkusher.e2e;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.NamespaceList;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.node.v1.RuntimeClassBuilder;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClassBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The disposable cluster, and the namespaces that the tests make in it and remove from it. */
public final class Cluster implements AutoCloseable {
    /** Its policies are in the test's resources. */
    public static final String TEAM_WITH_POLICIES = "team-a";

    /** Spark Usher reviews its pods, and no policy is for them. */
    public static final String TEAM_WITHOUT_POLICIES = "team-b";

    /** The API server does not ask Spark Usher about its pods. */
    public static final String NOT_REVIEWED = "spark-usher-e2e";

    /** On the namespaces that the tests made; whether Spark Usher reviews their pods. */
    public static final String REVIEWED_LABEL = "spark-usher-e2e/reviewed";

    /** How long the cluster may take for what it does in seconds: the machine may have much to do. */
    public static final Duration TO_SETTLE = Duration.ofMinutes(3);

    private static final Map<String, Boolean> REVIEWED_BY_NAMESPACE =
            Map.of(TEAM_WITH_POLICIES, true, TEAM_WITHOUT_POLICIES, true, NOT_REVIEWED, false);

    private final KubernetesClient client;

    private Cluster(KubernetesClient client) {
        this.client = client;
    }

    /** The cluster of the variable {@code KUBECONFIG} and of nothing else: it must be meant. */
    public static Cluster connect() {
        String kubeconfig = System.getenv("KUBECONFIG");
        if (kubeconfig == null || kubeconfig.isBlank()) {
            throw new IllegalStateException(
                    "KUBECONFIG is not set: set it to the kubeconfig of a disposable cluster, as e2e/README.md says");
        }
        return new Cluster(new KubernetesClientBuilder().build());
    }

    public KubernetesClient client() {
        return client;
    }

    public static Iterable<String> namespaces() {
        return REVIEWED_BY_NAMESPACE.keySet();
    }

    /** Makes the namespaces anew; what an earlier run left is removed first. */
    public void makeNamespaces() {
        requireNoNamesakes();
        removeNamespaces();
        REVIEWED_BY_NAMESPACE.forEach(this::makeNamespace);
        for (String account : List.of("spark", "spark-driver", "spark-executor")) {
            makeServiceAccount(TEAM_WITH_POLICIES, account);
        }
    }

    private void makeNamespace(String name, boolean reviewed) {
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .addToLabels(REVIEWED_LABEL, String.valueOf(reviewed))
                        .endMetadata()
                        .build())
                .create();
        await("the default service account of " + name)
                .atMost(TO_SETTLE)
                .until(() -> client.serviceAccounts()
                                .inNamespace(name)
                                .withName("default")
                                .get()
                        != null);
    }

    /** Makes the account where it does not exist: a pod that names one which does not is refused. */
    public void makeServiceAccount(String namespace, String name) {
        client.resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace)
                        .withName(name)
                        .endMetadata()
                        .build())
                .serverSideApply();
    }

    /** The pod as JSON, byte for byte as the API server serves it. */
    public String stored(Pod pod) {
        return client.raw(podsPath(pod.getMetadata().getNamespace()) + "/"
                + pod.getMetadata().getName());
    }

    /** What the API server would store, where it accepts the pod with every field that it has; nothing is stored. */
    public String dryRun(String namespace, String pod) {
        return client.raw(podsPath(namespace) + "?dryRun=All&fieldValidation=Strict", "POST", pod);
    }

    /**
     * What the API server would store, without the fields that it does not know; nothing is stored.
     *
     * @throws KubernetesClientException where it would refuse the pod
     */
    public String dryRunWithoutUnknownFields(String namespace, String pod) {
        return client.raw(podsPath(namespace) + "?dryRun=All", "POST", pod);
    }

    /** Why the API server would refuse the pod, in its words; empty where it would take it. */
    public Optional<String> refusal(String namespace, String pod) {
        try {
            dryRunWithoutUnknownFields(namespace, pod);
            return Optional.empty();
        } catch (KubernetesClientException exception) {
            return Optional.of(String.valueOf(exception.getMessage()));
        }
    }

    /** Makes what pods may name and what does not belong to a namespace. */
    public void makePriorityClass(String name) {
        client.resource(new PriorityClassBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .withValue(1)
                        .build())
                .serverSideApply();
    }

    public void makeRuntimeClass(String name) {
        client.resource(new RuntimeClassBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .withHandler(name)
                        .build())
                .serverSideApply();
    }

    public void removeClasses(List<String> priorityClasses, List<String> runtimeClasses) {
        priorityClasses.forEach(name ->
                client.scheduling().v1().priorityClasses().withName(name).delete());
        runtimeClasses.forEach(name -> client.runtimeClasses().withName(name).delete());
    }

    private static String podsPath(String namespace) {
        return "/api/v1/namespaces/" + namespace + "/pods";
    }

    private void requireNoNamesakes() {
        for (String name : namespaces()) {
            Namespace namespace = client.namespaces().withName(name).get();
            if (namespace != null && !namespace.getMetadata().getLabels().containsKey(REVIEWED_LABEL)) {
                throw new IllegalStateException("The cluster has a namespace " + name
                        + " that these tests did not make: they need a disposable cluster");
            }
        }
    }

    private void removeNamespaces() {
        FilterWatchListDeletable<Namespace, NamespaceList, Resource<Namespace>> made =
                client.namespaces().withLabel(REVIEWED_LABEL);
        made.delete();
        await("the end of the namespaces")
                .atMost(TO_SETTLE)
                .until(() -> made.list().getItems().isEmpty());
    }

    @Override
    public void close() {
        try (client) {
            removeNamespaces();
        }
    }
}
