package io.sparkusher.e2e.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A part of the control plane is away for a while: what is stored then and afterwards. */
@ExtendWith(NodeExtension.class)
@Tag("node")
class LostControlPlaneIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration AWAY = Duration.ofSeconds(10);
    private static final int PODS_PER_SECOND = 5;
    private static final int ENOUGH_PODS = 25;

    private final NodeCluster cluster;

    LostControlPlaneIT(NodeCluster cluster) {
        this.cluster = cluster;
    }

    @BeforeEach
    void install() {
        cluster.install();
    }

    @AfterEach
    void removePods() {
        cluster.client().pods().inNamespace(Team.NAMESPACE).withGracePeriod(0).delete();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"kube-apiserver", "etcd"})
    void noPodIsStoredWithoutItsInjectionWhenItWasAwayForTenSeconds(String process)
            throws InterruptedException, TimeoutException {
        assumeTrue(
                cluster.settings().controlPlane().isPresent(),
                "The build does not say which processes the control plane is");
        ControlPlane controlPlane =
                new ControlPlane(cluster.settings().controlPlane().orElseThrow());
        try (SteadyCreation creation =
                SteadyCreation.start(PodCreation.storing(cluster.settings(), cluster.client()), PODS_PER_SECOND)) {
            creation.awaitMore(ENOUGH_PODS);
            controlPlane.whileAway(process, () -> creation.awaitMore((int) AWAY.toSeconds() * PODS_PER_SECOND));
            creation.awaitMore(ENOUGH_PODS);
            Creations creations = creation.stop().report(cluster.settings(), process + " is away");
            creations.assertNoneWithoutItsInjection();
        }
        assertEveryStoredPodIsInjected();
    }

    private void assertEveryStoredPodIsInjected() {
        List<Pod> stored =
                cluster.client().pods().inNamespace(Team.NAMESPACE).list().getItems();
        assertTrue(stored.size() > ENOUGH_PODS, () -> stored.size() + " stored pods are too few to tell");
        List<String> without = stored.stream()
                .filter(pod -> !InjectedLabel.isOn(JSON.valueToTree(pod)))
                .map(pod -> pod.getMetadata().getName())
                .toList();
        assertEquals(List.of(), without);
    }
}
