package io.sparkusher.policies.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.PolicySet;
import io.sparkusher.policies.catalog.ClusterObjects;
import io.sparkusher.policies.decision.Decision;
import io.sparkusher.policies.kubernetes.KubernetesVersion;
import io.sparkusher.policies.pod.PodReview;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each folder is a sentence about what policies do: policies and a pod go in, a pod and the reasons come out. */
class CasesTest {
    private static final Path CASES = Path.of("src/test/resources/cases");

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().toList().stream()
                    .map(folder -> DynamicTest.dynamicTest(sentence(folder), () -> check(folder)));
        }
    }

    @TestFactory
    Stream<DynamicTest> aClusterThatHasEveryAccountDecidesAsFilesDo() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders
                    .filter(folder -> !Files.exists(folder.resolve("service-accounts.yaml")))
                    .sorted()
                    .toList()
                    .stream()
                    .map(folder -> DynamicTest.dynamicTest(sentence(folder), () -> checkAgreement(folder)));
        }
    }

    private static void checkAgreement(Path folder) {
        Path file = folder.resolve("policies.yaml");
        ObjectNode pod = Documents.readYaml(folder.resolve("pod.yaml"));
        ClusterObjects cluster = ClusterFiles.cluster(file, ClusterFiles.namedIn(file));
        assertEquals(
                Policies.load(file, version(folder)).review(PodReview.ofCreation("team-a", pod.deepCopy())),
                Policies.load(cluster, version(folder)).review(PodReview.ofCreation("team-a", pod)));
    }

    private static String sentence(Path folder) {
        return folder.getFileName().toString().replace('-', ' ');
    }

    /** A cluster's version where the case is about it. */
    private static KubernetesVersion version(Path folder) {
        Path file = folder.resolve("kubernetes-version.txt");
        try {
            return Files.exists(file)
                    ? KubernetesVersion.parse(Files.readString(file)).orElseThrow()
                    : KubernetesVersion.NEWEST;
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** From a file; where the case is about service accounts, from a cluster that has these and no others. */
    private static PolicySet policies(Path folder) {
        Path policies = folder.resolve("policies.yaml");
        Path accounts = folder.resolve("service-accounts.yaml");
        return Files.exists(accounts)
                ? Policies.load(ClusterFiles.cluster(policies, ClusterFiles.serviceAccounts(accounts)), version(folder))
                : Policies.load(policies, version(folder));
    }

    private static void check(Path folder) {
        PolicySet policies = policies(folder);
        ObjectNode pod = Documents.readYaml(folder.resolve("pod.yaml"));
        Decision decision = policies.review(PodReview.ofCreation("team-a", pod.deepCopy()));
        ObjectNode patched = Documents.patched(pod, decision);
        Golden.assertSame(folder.resolve("expected.yaml"), Documents.yaml(patched));
        Golden.assertSame(folder.resolve("reasons.txt"), Documents.account(decision));
        if (decision.allowed()) {
            Decision second = policies.review(PodReview.ofCreation("team-a", patched.deepCopy()));
            assertEquals(List.of(), second.patch(), "a second review changes nothing");
            assertEquals(decision.auditAnnotations(), second.auditAnnotations(), "and tells the auditor the same");
        }
    }
}
