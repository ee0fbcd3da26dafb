package io.sparkusher.e2e.replay;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionTimeoutException;
import org.opentest4j.TestAbortedException;

/** Nodes that run nothing, for kwok to keep alive: the scheduler takes them for nodes of three zones. */
record PaperNodes(KubernetesClient client) implements AutoCloseable {
    /** On each of them, and what the pods of these tests select. */
    static final String LABEL = "spark-usher-e2e-replay";

    private static final int ZONES = 3;
    private static final Map<String, Quantity> ROOM =
            Map.of("cpu", new Quantity("96"), "memory", new Quantity("384Gi"), "pods", new Quantity("250"));
    private static final Duration TO_BE_READY = Duration.ofMinutes(3);

    /**
     * Makes them, and waits until all are ready.
     *
     * @throws TestAbortedException if nobody keeps them alive
     */
    static PaperNodes make(KubernetesClient client, int count) {
        PaperNodes nodes = new PaperNodes(client);
        nodes.close();
        IntStream.range(0, count)
                .mapToObj(PaperNodes::node)
                .forEach(node -> client.resource(node).create());
        try {
            await("the nodes").atMost(TO_BE_READY).until(() -> nodes.ready() == count);
            return nodes;
        } catch (ConditionTimeoutException timeout) {
            nodes.close();
            throw new TestAbortedException("This cluster has no kwok that keeps nodes on paper alive", timeout);
        }
    }

    private static Node node(int number) {
        String name = "spark-usher-e2e-" + number;
        return new NodeBuilder()
                .withNewMetadata()
                .withName(name)
                .addToAnnotations("kwok.x-k8s.io/node", "fake")
                .addToLabels(LABEL, "true")
                .addToLabels("kubernetes.io/hostname", name)
                .addToLabels("kubernetes.io/os", "linux")
                .addToLabels("topology.kubernetes.io/zone", "zone-" + number % ZONES)
                .addToLabels("karpenter.sh/capacity-type", "spot")
                .endMetadata()
                .withNewStatus()
                .withAllocatable(ROOM)
                .withCapacity(ROOM)
                .endStatus()
                .build();
    }

    private long ready() {
        return client.nodes().withLabel(LABEL).list().getItems().stream()
                .flatMap(node -> node.getStatus().getConditions().stream())
                .filter(condition -> condition.getType().equals("Ready")
                        && condition.getStatus().equals("True"))
                .count();
    }

    @Override
    public void close() {
        client.nodes().withLabel(LABEL).delete();
        await("the end of the nodes")
                .atMost(TO_BE_READY)
                .until(() -> client.nodes().withLabel(LABEL).list().getItems().isEmpty());
    }
}
