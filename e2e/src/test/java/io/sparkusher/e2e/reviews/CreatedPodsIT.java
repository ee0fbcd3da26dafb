package io.sparkusher.e2e.reviews;

import static io.sparkusher.e2e.reviews.InjectedPods.assertInjectedDriver;
import static io.sparkusher.e2e.reviews.InjectedPods.assertInjectedExecutor;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.sparkusher.e2e.Cluster;
import io.sparkusher.e2e.SparkPods;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pods that any client of the API server creates. */
@ExtendWith(InstallationExtension.class)
class CreatedPodsIT {
    private final Cluster cluster;
    private final Preview preview;

    CreatedPodsIT(Installation installation) {
        cluster = installation.cluster();
        preview = new Preview(installation.settings(), Installation.policies());
    }

    @Test
    void givesADriverWhatItsNamespacesPolicySays() {
        assertInjectedDriver(create(Cluster.TEAM_WITH_POLICIES, SparkPods.driver("driver")));
    }

    @Test
    void givesExecutorsWhatTheirNamespacesPolicySays() {
        assertInjectedExecutor(create(Cluster.TEAM_WITH_POLICIES, SparkPods.executor("executor-1", 1)));
        assertInjectedExecutor(create(Cluster.TEAM_WITH_POLICIES, SparkPods.executor("executor-2", 2)));
    }

    @Test
    void changesNothingWhenItMeetsAStoredPodAgain() throws IOException {
        Pod stored = create(Cluster.TEAM_WITH_POLICIES, SparkPods.executor("met-again", 1));
        assertEquals("[]", preview.patch(cluster.stored(stored)).strip());
    }

    @Test
    void leavesASparkPodAloneWhereNoPolicyIsForIt() {
        assertUntouched(Cluster.TEAM_WITHOUT_POLICIES, SparkPods.driver("no-policy"));
    }

    @Test
    void leavesAPodAloneThatIsNotSparks() {
        Pod notSparks = new PodBuilder(SparkPods.driver("not-spark"))
                .editMetadata()
                .removeFromLabels("spark-role")
                .endMetadata()
                .build();
        assertUntouched(Cluster.TEAM_WITH_POLICIES, notSparks);
    }

    /** Compares with what comes of the same pod where the API server does not ask Spark Usher. */
    private void assertUntouched(String namespace, Pod pod) {
        Pod reviewed = create(namespace, pod);
        Pod notReviewed = create(Cluster.NOT_REVIEWED, pod);
        assertEquals(
                notReviewed.getMetadata().getAnnotations(),
                reviewed.getMetadata().getAnnotations());
        assertEquals(
                notReviewed.getMetadata().getLabels(), reviewed.getMetadata().getLabels());
        assertEquals(specOf(notReviewed), specOf(reviewed));
    }

    /** Without the random end that the API server gives the name of a token's volume. */
    private static String specOf(Pod pod) {
        return Serialization.asYaml(pod.getSpec()).replaceAll("kube-api-access-\\w+", "kube-api-access");
    }

    private Pod create(String namespace, Pod pod) {
        return cluster.client().pods().inNamespace(namespace).resource(pod).create();
    }
}
