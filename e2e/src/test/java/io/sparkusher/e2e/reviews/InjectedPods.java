package io.sparkusher.e2e.reviews;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import java.util.function.Function;

/** What the policies of {@code policies/team-a.yaml} make of a pod. */
final class InjectedPods {
    static final String STAMP = "spark-usher.io/applied";

    private static final String CAPACITY = "karpenter.sh/capacity-type";

    private InjectedPods() {}

    static void assertInjectedDriver(Pod pod) {
        assertCommon(pod);
        assertEquals("spark-driver", pod.getSpec().getServiceAccountName());
        assertOnPool(pod, "on-demand");
    }

    /** The first executor of an application goes on-demand, the others are spot's. */
    static void assertInjectedExecutor(Pod pod) {
        assertCommon(pod);
        assertEquals("spark-executor", pod.getSpec().getServiceAccountName());
        assertEquals(false, pod.getSpec().getAutomountServiceAccountToken());
        boolean first = "1".equals(pod.getMetadata().getLabels().get("spark-exec-id"));
        assertOnPool(pod, first ? "on-demand" : "spot");
        assertEquals(!first, pod.getSpec().getTolerations().stream().anyMatch(taint -> "spot".equals(taint.getKey())));
        assertApartFromItsOwnKind(pod);
        assertNativeSidecar(pod);
    }

    private static void assertCommon(Pod pod) {
        assertEquals(
                "SparkPodPolicy/team-a/etl", pod.getMetadata().getAnnotations().get(STAMP));
        assertEquals("data", pod.getMetadata().getLabels().get("cost-centre"));
        Container spark = sparkContainer(pod);
        Volume hadoop = only(pod.getSpec().getVolumes(), InjectedPods::configMapName, "hadoop-conf");
        assertEquals(hadoop.getName(), mountAt(spark, "/etc/hadoop/conf").getName());
        assertEquals("/etc/hadoop/conf", variable(spark, "HADOOP_CONF_DIR"));
        assertNotNull(
                only(pod.getSpec().getVolumes(), Volume::getName, "scratch").getEmptyDir());
        assertEquals("scratch", mountAt(spark, "/scratch").getName());
        assertEquals("/scratch", variable(spark, "SCRATCH_DIR"));
    }

    private static String configMapName(Volume volume) {
        return volume.getConfigMap() == null ? "" : volume.getConfigMap().getName();
    }

    private static Container sparkContainer(Pod pod) {
        String role = pod.getMetadata().getLabels().get("spark-role");
        return only(pod.getSpec().getContainers(), Container::getName, "spark-kubernetes-" + role);
    }

    private static VolumeMount mountAt(Container container, String path) {
        return only(container.getVolumeMounts(), VolumeMount::getMountPath, path);
    }

    private static String variable(Container container, String name) {
        return only(container.getEnv(), EnvVar::getName, name).getValue();
    }

    private static void assertOnPool(Pod pod, String pool) {
        List<NodeSelectorTerm> terms = pod.getSpec()
                .getAffinity()
                .getNodeAffinity()
                .getRequiredDuringSchedulingIgnoredDuringExecution()
                .getNodeSelectorTerms();
        assertEquals(1, terms.size());
        NodeSelectorRequirement requirement =
                only(terms.get(0).getMatchExpressions(), NodeSelectorRequirement::getKey, CAPACITY);
        assertEquals("In", requirement.getOperator());
        assertEquals(List.of(pool), requirement.getValues());
    }

    private static void assertApartFromItsOwnKind(Pod pod) {
        PodAffinityTerm term = pod.getSpec()
                .getAffinity()
                .getPodAntiAffinity()
                .getPreferredDuringSchedulingIgnoredDuringExecution()
                .get(0)
                .getPodAffinityTerm();
        assertEquals("kubernetes.io/hostname", term.getTopologyKey());
        String application = pod.getMetadata().getLabels().get("spark-app-selector");
        assertTrue(
                term.getLabelSelector().toString().contains(application),
                () -> "Apart from the pods of one application, and not from " + term.getLabelSelector());
    }

    private static void assertNativeSidecar(Pod pod) {
        Container sidecar = only(pod.getSpec().getInitContainers(), Container::getName, "log-shipper");
        assertEquals("Always", sidecar.getRestartPolicy());
        assertEquals("scratch", mountAt(sidecar, "/logs").getName());
    }

    private static <T> T only(List<T> elements, Function<T, String> key, String value) {
        List<T> found = elements.stream()
                .filter(element -> value.equals(key.apply(element)))
                .toList();
        assertEquals(1, found.size(), () -> value + " among " + elements);
        return found.get(0);
    }
}
