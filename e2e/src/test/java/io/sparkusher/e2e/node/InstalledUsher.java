package io.sparkusher.e2e.node;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.readiness.Readiness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Spark Usher as its manifests install it. */
public final class InstalledUsher {
    static final String NAMESPACE = "spark-usher";

    /** The Deployment, the Service and the webhook's service account. */
    static final String NAME = "spark-usher";

    /** The MutatingWebhookConfiguration. */
    static final String REGISTRATION = "00-spark-usher";

    private static final Duration TO_APPLY = Duration.ofMinutes(1);

    private final NodeSettings settings;
    private final KubernetesClient client;

    InstalledUsher(NodeSettings settings, KubernetesClient client) {
        this.settings = settings;
        this.client = client;
    }

    /** Applies the manifests with an image, and waits until every replica is ready and none of another image is left. */
    public void install(String image) {
        apply(image);
        awaitRollout();
    }

    /** Installs it where the cluster does not have it with this image, which is what a test before may have left. */
    public void installUnlessThere(String image) {
        if (registrationResource().get() == null || replicas().isEmpty() || !hasPodOf(image)) {
            install(image);
        }
    }

    /** Applies the manifests as an admin does, by one command. */
    void apply(String image) {
        kubectl(
                "apply",
                "--server-side",
                "-k",
                Kustomization.write(settings, image).toString());
    }

    /** Waits until every replica of the Deployment as it is now is ready, and every older one has ended. */
    void awaitRollout() {
        settings.kubectl()
                .with("--namespace", NAMESPACE, "rollout", "status", "deployment/" + NAME)
                .run(NodeCluster.TO_SETTLE);
        int wanted = client.apps()
                .deployments()
                .inNamespace(NAMESPACE)
                .withName(NAME)
                .get()
                .getSpec()
                .getReplicas();
        await("the end of older replicas").atMost(NodeCluster.TO_SETTLE).until(() -> pods().size() == wanted);
    }

    /** The replicas that are ready and are not ending. */
    List<Replica> replicas() {
        return pods().stream()
                .filter(Readiness::isPodReady)
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .map(pod -> new Replica(client, pod))
                .toList();
    }

    /** Whom the API server trusts when it asks about pods. */
    Authorities authorities() {
        String bundle = registrationResource()
                .get()
                .getWebhooks()
                .get(0)
                .getClientConfig()
                .getCaBundle();
        return Authorities.of(bundle == null ? "" : bundle);
    }

    /** Asks for a new authority, as an admin does. */
    void rotate() {
        kubectl(
                "--namespace",
                NAMESPACE,
                "annotate",
                "--overwrite",
                "secret/spark-usher-authority",
                "spark-usher.io/rotate=now");
    }

    /** Waits until the Service leads to a pod no more, and says when that was. */
    Instant awaitEndpointGone(Pod pod) {
        await("the end of the endpoint of " + pod.getMetadata().getName())
                .atMost(NodeCluster.TO_SETTLE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> endpoints()
                        .noneMatch(name -> name.equals(pod.getMetadata().getName())));
        return Instant.now();
    }

    /** The names of the pods that the Service leads to. */
    private Stream<String> endpoints() {
        return client
                .discovery()
                .v1()
                .endpointSlices()
                .inNamespace(NAMESPACE)
                .withLabel("kubernetes.io/service-name", NAME)
                .list()
                .getItems()
                .stream()
                .flatMap(slice -> slice.getEndpoints().stream())
                .filter(endpoint -> Boolean.TRUE.equals(endpoint.getConditions().getReady()))
                .map(endpoint -> endpoint.getTargetRef().getName());
    }

    void restart() {
        kubectl("--namespace", NAMESPACE, "rollout", "restart", "deployment/" + NAME);
        awaitRollout();
    }

    /** Pauses the rollout, or has it go on, whichever it does now. */
    void pause(boolean paused) {
        kubectl(
                "--namespace",
                NAMESPACE,
                "patch",
                "deployment/" + NAME,
                "--type=merge",
                "--patch={\"spec\":{\"paused\":%s}}".formatted(paused));
    }

    boolean hasPodOf(String image) {
        return pods().stream().anyMatch(pod -> new Replica(client, pod).image().equals(image));
    }

    private List<Pod> pods() {
        return client.pods()
                .inNamespace(NAMESPACE)
                .withLabel("app.kubernetes.io/component", "webhook")
                .list()
                .getItems();
    }

    /** Removes everything, whatever of it is there. */
    public void remove() {
        removeManifests();
        awaitRemoval();
    }

    /** What {@code kubectl delete -k} removes: all that was applied, in kubectl's own order. */
    void removeManifests() {
        kubectl(
                "delete",
                "--ignore-not-found",
                "--wait=false",
                "-k",
                Kustomization.write(settings, settings.image()).toString());
    }

    /** Deletes one thing, as an admin does who starts in the middle. */
    void delete(String kind, String name) {
        kubectl("--namespace", NAMESPACE, "delete", "--wait=false", kind, name);
    }

    void awaitRemoval() {
        await("the end of the namespace " + NAMESPACE)
                .atMost(NodeCluster.TO_SETTLE)
                .until(() -> client.namespaces().withName(NAMESPACE).get() == null);
        await("the end of the registration " + REGISTRATION)
                .atMost(NodeCluster.TO_SETTLE)
                .until(() -> registrationResource().get() == null);
        await("the end of the kinds of Spark Usher")
                .atMost(NodeCluster.TO_SETTLE)
                .until(() -> client.apiextensions().v1().customResourceDefinitions().list().getItems().stream()
                        .noneMatch(kind -> kind.getSpec().getGroup().equals("spark-usher.io")
                                && kind.getMetadata().getDeletionTimestamp() != null));
    }

    private Resource<MutatingWebhookConfiguration> registrationResource() {
        return client.admissionRegistration()
                .v1()
                .mutatingWebhookConfigurations()
                .withName(REGISTRATION);
    }

    private void kubectl(String... words) {
        settings.kubectl().with(words).run(TO_APPLY);
    }

    /** Keeps what every container of ours has logged so far. */
    void keepLogs(Path folder) throws IOException {
        for (Pod pod : client.pods().inNamespace(NAMESPACE).list().getItems()) {
            String name = pod.getMetadata().getName();
            Files.writeString(
                    folder.resolve(name + ".log"),
                    client.pods().inNamespace(NAMESPACE).withName(name).getLog());
        }
    }
}
