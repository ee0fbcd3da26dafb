package io.sparkusher.policies.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.PolicySet;
import io.sparkusher.policies.decision.Decision;
import io.sparkusher.policies.decision.Reason;
import io.sparkusher.policies.decision.ReasonCode;
import io.sparkusher.policies.golden.Documents;
import io.sparkusher.policies.pod.PodReview;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;

/**
 * What must always hold, over pods and policies that nobody thought of. That a review does no I/O is not among it:
 * {@code ArchitectureTest} sees that from the code.
 */
@Domain(ScenarioDomain.class)
class InvariantsTest {

    @Property(seed = ScenarioDomain.SEED)
    void onlySparkPodsChange(@ForAll("otherPods") Scenario scenario) {
        assertUntouched(scenario.review());
    }

    @Property(seed = ScenarioDomain.SEED)
    void nothingChangesButOnCreation(
            @ForAll Scenario scenario,
            @ForAll("otherOperations") String operation,
            @ForAll("otherResources") String resource) {
        PolicySet policies = scenario.policies();
        assertUntouched(policies.review(new PodReview(
                Scenario.NAMESPACE, operation, "pods", "", scenario.pod().deepCopy())));
        assertUntouched(policies.review(new PodReview(
                Scenario.NAMESPACE, "CREATE", resource, "", scenario.pod().deepCopy())));
        assertUntouched(policies.review(new PodReview(
                Scenario.NAMESPACE, "CREATE", "pods", "binding", scenario.pod().deepCopy())));
    }

    @Property(seed = ScenarioDomain.SEED)
    void nothingOfThePodsOwnIsLostThatNoPolicyMaySayOtherwise(@ForAll Scenario scenario) {
        ObjectNode patched = Documents.patched(scenario.pod(), scenario.review());
        Allowances allowances = new Allowances(scenario);
        List<String> lost = Losses.between(scenario.pod(), patched).stream()
                .filter(pointer -> !allowances.allow(pointer))
                .toList();
        assertEquals(List.of(), lost);
    }

    @Property(seed = ScenarioDomain.SEED)
    void nodeAffinityIsNarrowedAndNeverWidened(@ForAll Scenario scenario) {
        JsonNode before = alternatives(scenario.pod());
        JsonNode after = alternatives(Documents.patched(scenario.pod(), scenario.review()));
        assertTrue(before.isEmpty() || !after.isEmpty());
        for (JsonNode alternative : after) {
            assertTrue(
                    before.isEmpty() || before.valueStream().anyMatch(own -> Losses.isWithin(own, alternative)),
                    () -> alternative + " is none of the pod's own");
        }
    }

    private static JsonNode alternatives(ObjectNode pod) {
        return pod.path("spec")
                .path("affinity")
                .path("nodeAffinity")
                .path("requiredDuringSchedulingIgnoredDuringExecution")
                .path("nodeSelectorTerms");
    }

    @Property(seed = ScenarioDomain.SEED)
    void aSecondReviewChangesNothing(@ForAll Scenario scenario) {
        PolicySet policies = scenario.policies();
        Decision first = Scenario.review(policies, scenario.pod());
        ObjectNode patched = Documents.patched(scenario.pod(), first);
        assertSameAgain(first, policies, patched);
    }

    @Property(seed = ScenarioDomain.SEED)
    void aReviewOfWhatTheApiServerMadeOfItChangesNothing(@ForAll Scenario scenario) {
        PolicySet policies = scenario.policies();
        ObjectNode pod = scenario.pod().deepCopy();
        ApiServer.fillIn(pod);
        Decision first = Scenario.review(policies, pod);
        ObjectNode patched = Documents.patched(pod, first);
        ApiServer.fillIn(patched);
        assertSameAgain(first, policies, patched);
    }

    private static void assertSameAgain(Decision first, PolicySet policies, ObjectNode patched) {
        if (first.allowed()) {
            Decision second = Scenario.review(policies, patched);
            assertEquals(
                    "[]",
                    Documents.json(second.patch()).toString(),
                    () -> Documents.account(first) + "then\n" + Documents.account(second));
            assertEquals(
                    first.auditAnnotations(),
                    second.auditAnnotations(),
                    () -> Documents.account(first) + "then\n" + Documents.account(second));
        }
    }

    @Property(seed = ScenarioDomain.SEED)
    void aPodThatWasValidStaysValid(@ForAll Scenario scenario) {
        Decision decision = scenario.review();
        Set<String> faults = Validity.faults(Documents.patched(scenario.pod(), decision));
        faults.removeAll(Validity.faults(scenario.pod()));
        assertEquals(Set.of(), faults, () -> Documents.account(decision));
    }

    @Property(seed = ScenarioDomain.SEED)
    void anExecutorIsNotDeniedUnlessAPolicyAsksForIt(@ForAll Scenario scenario) {
        boolean asksForIt = scenario.policiesOfNamespace().stream()
                .anyMatch(policy -> policy.path("spec").path("onError").asText().equals("Deny"));
        boolean executor =
                scenario.pod().path("metadata").path("labels").toString().contains("role\":\"executor");
        assertTrue(asksForIt || !executor || scenario.review().allowed());
    }

    @Property(seed = ScenarioDomain.SEED)
    void theSamePodAndPoliciesGiveTheSameBytes(@ForAll Scenario scenario) {
        PolicySet policies = scenario.policies();
        String once = everything(Scenario.review(policies, scenario.pod()));
        assertEquals(once, everything(Scenario.review(policies, scenario.pod())));
        assertEquals(once, everything(Scenario.review(scenario.policies(InvariantsTest::reversed), scenario.pod())));
    }

    private static String everything(Decision decision) {
        return Documents.json(decision.patch()) + Documents.account(decision) + decision.auditAnnotations();
    }

    private static List<Path> reversed(List<Path> files) {
        List<Path> reversed = new ArrayList<>(files);
        Collections.reverse(reversed);
        return reversed;
    }

    @Property(seed = ScenarioDomain.SEED)
    void everyPolicyOfTheNamespaceHasItsReasonsInTheOrderOfStrength(@ForAll Scenario scenario) {
        Decision decision = scenario.review();
        List<String> looked = decision.reasons().stream()
                .map(Reason::policy)
                .flatMap(Optional::stream)
                .map(policy -> policy.kind() + " " + policy.name())
                .distinct()
                .toList();
        List<String> expected = scenario.policiesOfNamespace().stream()
                .map(policy -> policy.path("kind").asText() + " "
                        + policy.path("metadata").path("name").asText())
                .toList();
        assertEquals(expected, looked, () -> Documents.account(decision));
        assertTrue(decision.reasons().stream()
                .noneMatch(reason -> reason.sentence().isBlank()));
        boolean denied = decision.reasons().stream().anyMatch(reason -> reason.code() == ReasonCode.Denied);
        assertEquals(decision.allowed(), !denied);
    }

    private static void assertUntouched(Decision decision) {
        assertTrue(decision.allowed());
        assertEquals(List.of(), decision.patch());
        assertEquals(
                List.of(ReasonCode.NotReviewed),
                decision.reasons().stream().map(Reason::code).toList());
    }

    @Provide
    Arbitrary<Scenario> otherPods() {
        return ScenarioDomain.with(PodArbitraries.notOfSpark());
    }

    @Provide
    Arbitrary<String> otherOperations() {
        return Arbitraries.of("UPDATE", "DELETE", "CONNECT", "");
    }

    @Provide
    Arbitrary<String> otherResources() {
        return Arbitraries.of("deployments.apps", "nodes", "pods.example.com");
    }
}
