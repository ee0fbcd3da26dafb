package io.sparkusher.e2e.reviews;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.sparkusher.e2e.Cluster;
import io.sparkusher.policies.decision.Decision;
import io.sparkusher.policies.golden.Documents;
import io.sparkusher.policies.properties.GeneratedReview;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The API server's own opinion of what policies make of pods that nobody thought of. */
@ExtendWith(InstallationExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeneratedPodsIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> PRIORITY_CLASSES = List.of("batch", "urgent");
    private static final List<String> RUNTIME_CLASSES = List.of("gvisor", "kata");

    /** A pod that the API server takes without us, and as what. */
    private record Accepted(GeneratedReview generated, ObjectNode pod, ObjectNode filledIn) {}

    private final Cluster cluster;
    private final int pods;
    private List<Accepted> accepted = List.of();

    GeneratedPodsIT(Installation installation) {
        this.cluster = installation.cluster();
        this.pods = installation.settings().generatedPods();
    }

    @BeforeAll
    void seeWhatIsAcceptedWithoutUs() {
        List.of("spark", "spark-driver", "spark-executor")
                .forEach(account -> cluster.makeServiceAccount(Cluster.NOT_REVIEWED, account));
        PRIORITY_CLASSES.forEach(cluster::makePriorityClass);
        RUNTIME_CLASSES.forEach(cluster::makeRuntimeClass);
        accepted = GeneratedReview.some(pods).parallelStream()
                .flatMap(generated -> accepted(generated).stream())
                .toList();
        System.out.println(accepted.size() + " of " + pods + " generated pods are accepted without policies");
    }

    @AfterAll
    void removeIt() {
        cluster.removeClasses(PRIORITY_CLASSES, RUNTIME_CLASSES);
    }

    @Test
    void mostPodsAreAcceptedWithoutUs() {
        assertTrue(accepted.size() > pods / 2, () -> accepted.size() + " of " + pods);
    }

    @Test
    void theApiServerTakesWhatPoliciesMakeOfAPodAsItWasWritten() {
        assertNone(one -> {
            Decision decision = one.generated().review(one.pod());
            return refusal(Documents.patched(one.pod(), decision), decision);
        });
    }

    @Test
    void theApiServerTakesWhatPoliciesMakeOfAPodThatItFilledInAndTheyAddNothingToThat() {
        assertNone(one -> {
            Decision first = one.generated().review(one.filledIn());
            ObjectNode patched = Documents.patched(one.filledIn(), first);
            try {
                return first.allowed() ? change(first, one.generated().review(stored(patched))) : Optional.empty();
            } catch (KubernetesClientException refusal) {
                return Optional.of(refusal.getMessage() + "\n" + Documents.account(first));
            }
        });
    }

    private Optional<String> refusal(ObjectNode patched, Decision decision) {
        return cluster.refusal(Cluster.NOT_REVIEWED, patched.toString())
                .map(refusal -> refusal + "\n" + Documents.account(decision));
    }

    private static Optional<String> change(Decision first, Decision second) {
        boolean same = second.patch().isEmpty() && first.auditAnnotations().equals(second.auditAnnotations());
        return same
                ? Optional.empty()
                : Optional.of("A second review changes it: " + Documents.json(second.patch()) + "\n"
                        + Documents.account(first) + "then\n" + Documents.account(second));
    }

    /** Finds no fault with any pod. */
    private void assertNone(Function<Accepted, Optional<String>> fault) {
        List<String> faults = accepted.parallelStream()
                .flatMap(one -> fault.apply(one).map(text -> text + one.generated()).stream())
                .toList();
        assertTrue(faults.isEmpty(), () -> faults.size() + " of " + accepted.size() + ", the first:\n" + faults.get(0));
    }

    private Optional<Accepted> accepted(GeneratedReview generated) {
        ObjectNode pod = generated.pod();
        pod.withObject("/metadata").put("namespace", Cluster.NOT_REVIEWED);
        try {
            return Optional.of(new Accepted(generated, pod, stored(pod)));
        } catch (KubernetesClientException refusal) {
            return Optional.empty();
        }
    }

    private ObjectNode stored(ObjectNode pod) {
        try {
            return (ObjectNode) JSON.readTree(cluster.dryRunWithoutUnknownFields(Cluster.NOT_REVIEWED, pod.toString()));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
