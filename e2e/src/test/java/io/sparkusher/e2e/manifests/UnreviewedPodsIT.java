package io.sparkusher.e2e.manifests;

import static io.sparkusher.e2e.manifests.Attempts.assertAccepted;
import static io.sparkusher.e2e.manifests.Attempts.assertRefused;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.sparkusher.e2e.ScratchNamespace;
import io.sparkusher.e2e.SparkPods;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The net for clusters that admit pods while Spark Usher is away. */
@ExtendWith(ManifestsExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnreviewedPodsIT {
    private static final String REFUSAL = "a Spark pod without the annotation spark-usher.io/applied was not reviewed";

    private final KubernetesClient client;
    private final Manifests net;
    private final ScratchNamespace usher;
    private final ScratchNamespace namespace;
    private final ScratchNamespace takenOut;

    UnreviewedPodsIT(ManagedCluster cluster) {
        client = cluster.client();
        net = new Manifests(cluster.settings().manifests(), client);
        usher = ScratchNamespace.make(client, "spark-usher");
        namespace = ScratchNamespace.make(client, "spark-usher-e2e-net");
        takenOut = ScratchNamespace.make(client, "spark-usher-e2e-taken-out");
    }

    /** Removed right after: other classes create pods that nobody reviews. */
    @BeforeAll
    void applyTheNet() throws IOException {
        makeAccount();
        net.apply(Manifests.NET);
        client.namespaces().withName(takenOut.name()).edit(stored -> {
            stored.getMetadata().getLabels().put("spark-usher.io/admission", "disabled");
            return stored;
        });
    }

    @AfterAll
    void removeIt() {
        net.close();
        usher.close();
        namespace.close();
        takenOut.close();
    }

    /** The account of Spark Usher, by which the net knows that it is installed. */
    private void makeAccount() {
        client.resource(account()).create();
    }

    private ServiceAccount account() {
        return new ServiceAccountBuilder()
                .withNewMetadata()
                .withNamespace(usher.name())
                .withName("spark-usher")
                .endMetadata()
                .build();
    }

    @Test
    void refusesASparkPodThatNobodyReviewed() {
        assertRefused(REFUSAL, () -> create(namespace, SparkPods.driver("unreviewed")));
        assertRefused(REFUSAL, () -> create(namespace, SparkPods.executor("unreviewed", 1)));
        assertRefused(REFUSAL, () -> create(namespace, labelled("spark-usher.io/role", "driver")));
    }

    @Test
    void letsAReviewedOnePassThatNoPolicyIsFor() {
        Pod reviewed = new PodBuilder(SparkPods.driver("reviewed"))
                .editMetadata()
                .addToAnnotations("spark-usher.io/applied", "")
                .endMetadata()
                .build();
        assertAccepted(() -> create(namespace, reviewed));
    }

    @Test
    void letsOtherPodsPass() {
        assertAccepted(() -> create(namespace, labelled("spark-role", "history-server")));
        assertAccepted(() -> create(takenOut, SparkPods.driver("taken-out")));
    }

    @Test
    void refusesNobodyOnceSparkUsherIsGone() {
        client.resource(account()).delete();
        try {
            assertAccepted(() -> create(namespace, SparkPods.driver("left-alone")));
        } finally {
            makeAccount();
        }
        assertRefused(REFUSAL, () -> create(namespace, SparkPods.driver("unreviewed")));
    }

    private static Pod labelled(String label, String value) {
        return new PodBuilder(SparkPods.driver("labelled"))
                .editMetadata()
                .removeFromLabels("spark-role")
                .addToLabels(label, value)
                .endMetadata()
                .build();
    }

    private void create(ScratchNamespace place, Pod pod) {
        client.pods().inNamespace(place.name()).resource(pod).dryRun().create();
    }
}
