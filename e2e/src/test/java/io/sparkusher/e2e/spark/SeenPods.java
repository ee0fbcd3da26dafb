package io.sparkusher.e2e.spark;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Every pod of a namespace as the API server last showed it, those that are deleted by now too. */
final class SeenPods implements AutoCloseable {
    private final Map<String, Pod> pods = new ConcurrentHashMap<>();
    private final SharedIndexInformer<Pod> informer;

    private SeenPods(KubernetesClient client, String namespace) {
        informer = client.pods().inNamespace(namespace).inform(new Recorder());
    }

    static SeenPods in(KubernetesClient client, String namespace) {
        return new SeenPods(client, namespace);
    }

    /** The driver pods of an application, by the name that it was submitted with. */
    List<Pod> drivers(String application) {
        return of(application, "driver");
    }

    /** Its executor pods, the first one first. */
    List<Pod> executors(String application) {
        return of(application, "executor");
    }

    /** Its executors that run and are not about to end. */
    List<Pod> liveExecutors(String application) {
        return executors(application).stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .filter(pod -> "Running".equals(pod.getStatus().getPhase()))
                .toList();
    }

    private List<Pod> of(String application, String role) {
        return pods.values().stream()
                .filter(pod -> application.equals(label(pod, "spark-app-name")))
                .filter(pod -> role.equals(label(pod, "spark-role")))
                .sorted(Comparator.comparing(pod -> number(label(pod, "spark-exec-id"))))
                .toList();
    }

    private static String label(Pod pod, String key) {
        return pod.getMetadata().getLabels().getOrDefault(key, "");
    }

    // "EXECID" with the StatefulSet allocator.
    private static int number(String executor) {
        return executor.matches("\\d+") ? Integer.parseInt(executor) : 0;
    }

    /** Waits for the driver to be as is asked. */
    Pod awaitDriver(String application, Predicate<Pod> asAsked) {
        return await("the driver of " + application)
                .atMost(SparkJob.TO_FINISH)
                .until(
                        () -> drivers(application).stream()
                                .filter(asAsked)
                                .findFirst()
                                .orElse(null),
                        pod -> pod != null);
    }

    /** Waits for the executors to be as is asked. */
    List<Pod> awaitExecutors(String application, Predicate<List<Pod>> asAsked) {
        return await("executors of " + application)
                .atMost(SparkJob.TO_FINISH)
                .until(() -> executors(application), asAsked);
    }

    @Override
    public void close() {
        informer.close();
    }

    private final class Recorder implements ResourceEventHandler<Pod> {
        @Override
        public void onAdd(Pod pod) {
            pods.put(pod.getMetadata().getName(), pod);
        }

        @Override
        public void onUpdate(Pod before, Pod pod) {
            onAdd(pod);
        }

        @Override
        public void onDelete(Pod pod, boolean unseen) {
            onAdd(pod);
        }
    }
}
