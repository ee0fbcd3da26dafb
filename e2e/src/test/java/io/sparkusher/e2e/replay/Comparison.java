package io.sparkusher.e2e.replay;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.sparkusher.e2e.Settings;
import io.sparkusher.e2e.StoredPolicies;
import io.sparkusher.e2e.UsherServer;
import io.sparkusher.load.server.ImageOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Everything that changes pods, each in front of namespaces of its own and all at the same time.
 *
 * @param jvm the options of the JVMs that servers run on
 */
record Comparison(
        Settings settings,
        List<String> jvm,
        KubernetesClient client,
        PodCreator creator,
        MutatedNamespaces namespaces,
        UsherServer usher,
        ApplicationTemplate template,
        Begun begun)
        implements AutoCloseable {
    private static final Duration TO_SETTLE = Duration.ofMinutes(3);
    private static final Duration TO_DELETE_THOUSANDS = Duration.ofMinutes(1);
    private static final String THIS_MACHINE = "127.0.0.1";

    /**
     * Leaves nothing behind where it fails.
     *
     * @param mutators among them {@link Mutator#USHER} and {@link Mutator#NONE}
     * @param each how many namespaces each of them has
     */
    static Comparison begin(Set<Mutator> mutators, int each) throws Exception {
        Settings settings = Settings.ofTheBuild();
        assumeTrue(settings.webhookHost().equals(THIS_MACHINE), "What the network adds is not what is to be measured");
        Begun begun = new Begun();
        try {
            Comparison comparison = begin(settings, mutators, each, begun);
            comparison.putInForce(mutators);
            return comparison;
        } catch (Exception | Error failure) {
            begun.close();
            throw failure;
        }
    }

    private static Comparison begin(Settings settings, Set<Mutator> mutators, int each, Begun begun)
            throws IOException {
        List<String> jvm = ImageOptions.read(settings.manifests().resolve("image/java-options"));
        KubernetesClient client = begun.add(patientClient(), KubernetesClient::close);
        PodCreator creator = begun.add(PodCreator.connect(), PodCreator::close);
        MutatedNamespaces namespaces =
                begun.add(MutatedNamespaces.make(client, mutators, each), MutatedNamespaces::close);
        begun.add(StoredPolicies.prepare(client, settings), StoredPolicies::close)
                .apply(policy());
        UsherServer usher = begun.add(UsherServer.startInCluster(settings, "measured-usher", jvm), UsherServer::close);
        ApplicationTemplate template = ApplicationTemplate.read(settings.reviews());
        return new Comparison(settings, jvm, client, creator, namespaces, usher, template, begun);
    }

    private static KubernetesClient patientClient() {
        return new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder()
                        .withRequestTimeout((int) TO_DELETE_THOUSANDS.toMillis())
                        .build())
                .build();
    }

    private static String policy() throws IOException {
        try (InputStream yaml = Objects.requireNonNull(Comparison.class.getResourceAsStream("/replay/policy.yaml"))) {
            return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void putInForce(Set<Mutator> mutators) throws Exception {
        usher.awaitReady();
        register(Mutator.USHER, usher.mutate(), usher.authority());
        if (mutators.contains(Mutator.FLOOR)) {
            putFloorInForce();
        }
        if (mutators.contains(Mutator.POLICY)) {
            begun.add(AdmissionPolicy.make(client), AdmissionPolicy::close);
        }
        for (Mutator mutator : mutators) {
            namespaces.of(mutator).forEach(namespace -> awaitInForce(mutator, namespace));
        }
    }

    private void putFloorInForce() throws Exception {
        String answer = new Reviewer(usher).answer(asAskedAbout());
        ConstantAnswer floor = begun.add(ConstantAnswer.start(settings, jvm, answer), ConstantAnswer::close);
        floor.awaitReady();
        register(Mutator.FLOOR, floor.url(), floor.authority());
    }

    private void register(Mutator mutator, URI server, byte[] authority) {
        begun.add(
                ShippedRegistration.make(client, settings.manifests(), mutator, server, authority),
                ShippedRegistration::close);
    }

    /** An executor with what the API server fills in before it asks: a patch of it fits all other pods. */
    private ObjectNode asAskedAbout() {
        ObjectNode pod = dryRun(namespaces.of(Mutator.NONE).get(0)).require().pod();
        pod.withObject("/metadata")
                .put("namespace", namespaces.of(Mutator.USHER).get(0));
        return pod;
    }

    /** Makes room for real pods, until everything ends. */
    void makeNodes(int count) {
        begun.add(PaperNodes.make(client, count), PaperNodes::close);
    }

    /** What would be stored of an executor in that namespace. */
    Creation dryRun(String namespace) {
        return creator.dryRun(namespace, sampleExecutor(namespace)).join();
    }

    /** The first executor of an application that is none of a replay. */
    String sampleExecutor(String namespace) {
        return new Application(template, namespace, -1).executor(1, "59faf0f2-d45f-4771-bea3-eff267db3c44");
    }

    /** The API server learns of webhooks and policies from watches of its own, a moment after it stored them. */
    private void awaitInForce(Mutator mutator, String namespace) {
        await("pods changed by " + mutator.title())
                .atMost(TO_SETTLE)
                .until(() -> dryRun(namespace) instanceof Creation.Created created
                        && StoredPods.isMarked(created.pod()) == mutator.changesPods());
    }

    /** What Spark Usher adds to an executor. */
    Injection injection() throws IOException, InterruptedException, GeneralSecurityException {
        return new Reviewer(usher).injection(asAskedAbout());
    }

    @Override
    public void close() {
        begun.close();
    }
}
