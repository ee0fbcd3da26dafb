package io.sparkusher.e2e.manifests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.sparkusher.e2e.ScratchNamespace;
import io.sparkusher.e2e.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the API server makes of policies by the definitions alone: Spark Usher itself is away. */
@ExtendWith(ManifestsExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomResourceDefinitionsIT {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String NAMESPACE = "spark-usher-e2e-definitions";

    private final ManagedCluster cluster;
    private final KubernetesClient client;
    private final CustomResources resources;
    private final ScratchNamespace namespace;

    CustomResourceDefinitionsIT(ManagedCluster cluster) {
        this.cluster = cluster;
        this.client = cluster.client();
        this.resources = new CustomResources(client);
        this.namespace = ScratchNamespace.make(client, NAMESPACE);
    }

    @BeforeAll
    void applyManifests() throws IOException {
        cluster.manifests().apply(Manifests.CRDS);
    }

    @AfterAll
    void removeNamespace() {
        namespace.close();
    }

    static List<Path> policies() throws IOException {
        Settings settings = Settings.ofTheBuild();
        try (Stream<Path> examples = Files.walk(settings.examples());
                Stream<Path> cases = Files.walk(settings.reviews().resolveSibling("cases"))) {
            List<Path> files = Stream.concat(
                            examples.filter(file -> file.toString().endsWith(".yaml")),
                            cases.filter(file -> file.endsWith("policies.yaml")))
                    .sorted()
                    .toList();
            assertTrue(files.size() > 200, "the examples and the golden cases are there");
            return files;
        }
    }

    /** The tests of the policies see that the command line accepts them. */
    @ParameterizedTest
    @MethodSource("policies")
    void storesPoliciesAsTheyAreWritten(Path file) {
        for (ObjectNode object : objectsIn(file)) {
            assertEquals(withDefaults(object), resources.dryRun(object).path("spec"));
        }
    }

    /** What the definitions know by themselves; the validating webhook knows it all. */
    @Test
    void refusesMuchOfWhatTheCommandLineRefuses() throws IOException {
        try (Stream<Path> files = Files.list(cluster.settings().reviews().resolveSibling("faults"))) {
            List<ObjectNode> faulty = files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(CustomResourceDefinitionsIT::isYaml)
                    .flatMap(file -> objectsIn(file).stream())
                    .toList();
            long refused = faulty.stream()
                    .filter(object -> resources.refusal(object).isPresent())
                    .count();
            System.out.println("Of the " + faulty.size() + " objects in files with faults the definitions alone refuse "
                    + refused);
            assertTrue(refused > faulty.size() / 3, () -> refused + " of " + faulty.size());
        }
    }

    static Stream<Map.Entry<String, String>> faults() {
        return Stream.of(
                Map.entry("{}", "gives pods nothing: add common, driver or executor"),
                Map.entry("{driver: {nodePool: {type: Single}}}", "goes with the type Single, which needs it"),
                Map.entry(
                        "{driver: {nodePool: {type: Single, single: {pool: a}, fallback: {pools: [a]}}}}",
                        "goes with the type Fallback, which needs it: add it, remove it, or change the type"),
                Map.entry("{driver: {nodePool: {type: Fallback, fallback: {pools: [a, b, a]}}}}", "names a pool again"),
                Map.entry(
                        "{driver: {nodePool: {type: Mix, mix: {shares: [{pool: a, weight: 1}]}}}}",
                        "it belongs under spec.executor"),
                Map.entry(
                        "{executor: {nodePool: {type: Mix, mix: {shares: [{pool: a, weight: 101}]}}}}",
                        "should be less than or equal to 100"),
                Map.entry(
                        "{executor: {nodePool: {type: Mix, mix: {shares: [{pool: a, weight: 1}, {pool: a, weight: 2}]}}}}",
                        "Duplicate value"),
                Map.entry("{common: {placement: {}}}", "it belongs under spec.executor"),
                Map.entry(
                        "{executor: {placement: {spread: {over: Zone}, together: {over: Zone}}}}",
                        "wants the same places apart and together"),
                Map.entry("{executor: {sparkConf: [{name: spark.a, value: b}]}}", "it belongs under spec.driver"),
                Map.entry("{driver: {sparkConf: [{name: a.b, value: c}]}}", "should match"),
                Map.entry("{executor: {metrics: {type: Servlet}}}", "it belongs under spec.driver"),
                Map.entry("{driver: {metrics: {type: JmxAgent}}}", "goes with the type JmxAgent, which needs it"),
                Map.entry(
                        "{driver: {metrics: {type: JmxAgent, jmxAgent: {image: a, port: 4040}}}}",
                        "is where Spark itself listens"),
                Map.entry("{driver: {localDirs: {emptyDir: {}, ephemeral: {}}}}", "must have at most 1 item"),
                Map.entry("{driver: {env: [{name: A}, {name: A}]}}", "Duplicate value"),
                Map.entry("{driver: {terminationGracePeriodSeconds: -1}}", "greater than or equal to 0"),
                Map.entry(
                        "{driver: {}, match: {sparkVersion: {min: 3.5.5-amzn-1, below: 3.5.4}}}",
                        "fits no version: min must be lower than below"),
                Map.entry("{driver: {}, match: {sparkVersion: {min: newest}}}", "should match"),
                Map.entry(
                        "{driver: {}, match: {podSelector: {matchExpressions: [{key: a, operator: In}]}}}",
                        "In and NotIn need at least one value"),
                Map.entry(
                        "{driver: {}, match: {podSelector: {matchExpressions: [{key: a, operator: Exists, values: [b]}]}}}",
                        "Exists and DoesNotExist take no values"),
                Map.entry("{driver: {}, band: Strong}", "Unsupported value: \"Strong\""),
                Map.entry("{driver: {sidecar: []}}", "unknown field \"spec.driver.sidecar\""));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void saysWhatToDoAboutAFault(Map.Entry<String, String> fault) throws IOException {
        String refusal = resources.refusal(policy("faulty", fault.getKey())).orElse("accepted");
        assertTrue(refusal.contains(fault.getValue()), refusal);
    }

    @Test
    void takesVersionsThatVendorsName() throws IOException {
        String spec = "{driver: {}, match: {sparkVersion: {min: 3.5.5-amzn-1, below: '4'}}}";
        assertEquals(Optional.empty(), resources.refusal(policy("vendors", spec)));
    }

    @Test
    void keepsFieldsOfKubernetesThatItDoesNotKnowAndDropsThoseOfOurs() throws IOException {
        ObjectNode stored = resources.create(policy(
                "newer",
                "{driver: {sidecars: [{name: a, image: b, newer: {than: [this]}}], notOurs: 1, labels: {a: b}}}"));
        assertEquals("this", stored.at("/spec/driver/sidecars/0/newer/than/0").asText());
        assertFalse(stored.path("spec").path("driver").has("notOurs"));
        assertEquals("b", stored.at("/spec/driver/labels/a").asText());
    }

    @Test
    void takesNoStatusFromWhoeverCreatesAPolicy() throws IOException {
        ObjectNode policy = policy("forged", "{driver: {labels: {a: b}}}");
        policy.putObject("status").put("observedGeneration", 1);
        assertFalse(resources.create(policy).has("status"));
    }

    @Test
    void keepsTheSidecarsOfTwoWhoApplyOneEach() throws IOException {
        apply("logs", "first", "{executor: {sidecars: [{name: logs, image: a}]}}");
        apply("logs", "second", "{executor: {sidecars: [{name: proxy, image: b}]}}");
        GenericKubernetesResource both = apply("logs", "first", "{executor: {sidecars: [{name: logs, image: c}]}}");
        List<Map<String, String>> sidecars = both.get("spec", "executor", "sidecars");
        assertEquals(
                List.of("c", "b"),
                sidecars.stream().map(each -> each.get("image")).toList());
    }

    @Test
    void tellsTwoWhoApplyOneSidecarApart() throws IOException {
        apply("contested", "owner", "{executor: {sidecars: [{name: theirs, image: a}]}}");
        KubernetesClientException conflict = assertThrows(
                KubernetesClientException.class,
                () -> apply("contested", "other", "{executor: {sidecars: [{name: theirs, image: b}]}}"));
        assertEquals(409, conflict.getCode());
    }

    private GenericKubernetesResource apply(String name, String manager, String spec) throws IOException {
        ObjectNode policy = policy(name, spec);
        return client.resource(YAML.convertValue(policy, GenericKubernetesResource.class))
                .fieldManager(manager)
                .serverSideApply();
    }

    private ObjectNode policy(String name, String spec) throws IOException {
        ObjectNode policy = YAML.createObjectNode();
        policy.put("apiVersion", CustomResources.API_VERSION).put("kind", "SparkPodPolicy");
        policy.putObject("metadata").put("name", name).put("namespace", namespace.name());
        policy.set("spec", YAML.readTree(spec));
        return policy;
    }

    /** Some of the files with faults are not even that. */
    private static boolean isYaml(Path file) {
        try {
            return !ManifestFiles.documents(file).isEmpty();
        } catch (UncheckedIOException exception) {
            return false;
        }
    }

    /** The file's objects of our kinds, in the namespace of the test. */
    private static List<ObjectNode> objectsIn(Path file) {
        List<ObjectNode> objects = ManifestFiles.documents(file).stream()
                .filter(CustomResources::areOfTheKind)
                .toList();
        objects.stream()
                .filter(object -> object.path("metadata").has("namespace"))
                .forEach(object -> object.withObject("/metadata").put("namespace", NAMESPACE));
        return objects;
    }

    /** The spec with all that the definitions fill in. */
    private static JsonNode withDefaults(ObjectNode object) {
        ObjectNode spec = object.withObject("/spec").deepCopy();
        if (object.path("kind").asText().endsWith("Policy")) {
            spec.put("band", spec.path("band").asText("Default"));
            spec.put("mode", spec.path("mode").asText("Enforce"));
        }
        for (String section : List.of("common", "driver", "executor")) {
            for (JsonNode port : spec.path(section).path("ports")) {
                ((ObjectNode) port).put("protocol", port.path("protocol").asText("TCP"));
            }
        }
        return spec;
    }
}
