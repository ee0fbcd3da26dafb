package io.sparkusher.e2e.manifests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.sparkusher.e2e.ScratchNamespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way to install Spark Usher, put to the API server without storing it. */
@ExtendWith(ManifestsExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManifestsIT {
    private static final String NAMESPACE = "spark-usher";

    /** What must be there before the API server can say whether it would take the rest. */
    private static final Set<String> NEEDED_BY_OTHERS = Set.of("Namespace", "ServiceAccount", "PriorityClass");

    private static final Set<String> NOT_PUT_TO_THE_API_SERVER = Set.of(
            "Issuer spark-usher-self-signed",
            "Issuer spark-usher",
            "Certificate spark-usher-root",
            "Certificate spark-usher-serving",
            "PodMonitor spark-usher",
            "PodMonitor spark-pods",
            "PodMonitor spark-opted-in-pods",
            "PodMonitor spark-drivers",
            "PrometheusRule spark-usher");

    private final ManagedCluster cluster;
    private final KubernetesClient client;
    private final InstallationTools tools;
    private final ScratchNamespace namespace;

    ManifestsIT(ManagedCluster cluster) throws IOException {
        this.cluster = cluster;
        client = cluster.client();
        tools = InstallationTools.of(cluster.settings());
        namespace = ScratchNamespace.make(client, NAMESPACE);
    }

    @BeforeAll
    void applyWhatOthersNeed() throws IOException {
        cluster.manifests().apply(Manifests.CRDS);
        Variant base = new Variant("base", tools.kustomized("base"));
        tools.kubectl(
                "apply",
                "--server-side",
                "-f",
                file(base.ofKinds(NEEDED_BY_OTHERS)).toString());
    }

    @AfterAll
    void removeIt() {
        client.scheduling().v1().priorityClasses().withName(NAMESPACE).delete();
        namespace.close();
    }

    Stream<Variant> variants() {
        return Variants.all(tools);
    }

    Stream<Variant> variantsAndNodePools() {
        return Stream.concat(variants(), Variants.nodePools(tools));
    }

    @Test
    void isOfKindsThatTheClusterHasButForTwoOperators() {
        Set<String> foreign = Stream.concat(
                        variants(), Stream.of(new Variant("monitoring", tools.kustomized("monitoring"))))
                .flatMap(variant -> variant.foreign().stream())
                .collect(Collectors.toSet());
        assertEquals(NOT_PUT_TO_THE_API_SERVER, foreign);
    }

    /** Warnings are of deprecated APIs, and of what the profile "restricted" would refuse. */
    @ParameterizedTest
    @MethodSource("variantsAndNodePools")
    void isAcceptedAsItIsWithoutAWarning(Variant variant) throws IOException {
        Path said = tools.kubectl(
                "apply",
                "--server-side",
                // Other tests may have applied the same, as another manager.
                "--force-conflicts",
                "--dry-run=server",
                "--validate=strict",
                "-f",
                file(variant.known()).toString());
        assertEquals("", Files.readString(InstallationTools.complaints(said)));
        assertEquals(variant.known().size(), Files.readAllLines(said).size());
    }

    @ParameterizedTest
    @MethodSource("variants")
    void hasPodsThatTheProfileRestrictedAdmits(Variant variant) {
        List<Pod> pods = variant.ofKinds(Set.of("Deployment")).stream()
                .map(ManifestsIT::podOf)
                .toList();
        assertFalse(pods.isEmpty());
        for (Pod pod : pods) {
            client.pods().inNamespace(NAMESPACE).resource(pod).dryRun().create();
        }
    }

    private static Pod podOf(ObjectNode deployment) {
        PodTemplateSpec template = Serialization.unmarshal(deployment.toString(), Deployment.class)
                .getSpec()
                .getTemplate();
        return new PodBuilder()
                .withMetadata(template.getMetadata())
                .editMetadata()
                .withName("restricted")
                .endMetadata()
                .withSpec(template.getSpec())
                .build();
    }

    /** Objects of JSON, one after the other. */
    private Path file(List<ObjectNode> objects) throws IOException {
        Path file = Files.createTempFile(tools.evidence(), "objects-", ".json");
        return Files.writeString(
                file, objects.stream().map(ObjectNode::toString).collect(Collectors.joining("\n")));
    }
}
