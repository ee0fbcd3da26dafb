package io.sparkusher.policies.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.decision.Decision;
import io.sparkusher.policies.golden.Documents;
import io.sparkusher.policies.kubernetes.KubernetesVersion;
import io.sparkusher.policies.pod.PodReview;
import io.sparkusher.policies.properties.StoredObjects;
import io.sparkusher.policies.source.Problem;
import io.sparkusher.policies.source.Problem.Severity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyCatalogTest {
    private static final String ETL = "SparkPodPolicy/team-a/etl";
    private static final String POOL = """
            apiVersion: spark-usher.io/v1alpha1
            kind: SparkNodePool
            metadata: {name: spot}
            spec: {requirements: [{key: pool, operator: In, values: [spot]}]}
            """;

    private final StoredObjects stored = new StoredObjects();
    private final PolicyCatalog catalog = new PolicyCatalog(KubernetesVersion.NEWEST);

    @Test
    void aPolicyThatCanBeUsedIsInForceWithItsGeneration() {
        stored.apply(policy("etl", "{labels: {team: a}}"));
        Verdict verdict = verdict(ETL);
        assertEquals(Acceptance.Accepted, verdict.acceptance());
        assertEquals(List.of(), verdict.problems());
        assertEquals(1, verdict.inForce().orElseThrow().generation());
        assertEquals("SparkPodPolicy/team-a/etl@1", stampOfDriver());
    }

    @Test
    void anInvalidEditLeavesTheLastUsableVersionInForce() {
        stored.apply(policy("etl", "{labels: {team: a}}"));
        evaluate();
        stored.apply(policy("etl", "{labels: {team: 5}}"));
        Verdict verdict = verdict(ETL);
        assertEquals(Acceptance.Invalid, verdict.acceptance());
        assertEquals(2, verdict.object().generation().orElseThrow());
        assertEquals(1, verdict.inForce().orElseThrow().generation());
        assertEquals("SparkPodPolicy/team-a/etl@1", stampOfDriver());
        assertEquals(
                List.of(
                        "SparkPodPolicy team-a/etl: spec.common.labels.team: is the number 5, expected a text: put it in"
                                + " quotes"),
                verdict.problems().stream().map(Problem::toString).toList());
    }

    @Test
    void anObjectWithErrorsTouchesNoOther() {
        stored.apply(policy("etl", "{labels: {team: a}}"));
        stored.apply(policy("wrong", "{labels: [1]}"));
        Evaluation evaluation = evaluate();
        assertEquals(Optional.empty(), verdict("SparkPodPolicy/team-a/wrong").inForce());
        assertEquals(Acceptance.Accepted, verdict(ETL).acceptance());
        assertEquals(1, evaluation.policies().size());
    }

    @Test
    void aRestartedCatalogTakesTheVersionThatTheStatusKeeps() {
        stored.apply(policy("etl", "{labels: {team: a}}"));
        Verdict.InForce usable = verdict(ETL).inForce().orElseThrow();
        stored.apply(policy("etl", "{labels: {team: 5}}"));
        stored.keep(ETL, usable);
        Evaluation before = evaluate();
        Evaluation after = new PolicyCatalog(KubernetesVersion.NEWEST).evaluate(stored.cluster());
        assertEquals(before.digest(), after.digest());
        assertEquals(Optional.of(usable), verdict(after, ETL).inForce());
        assertEquals("SparkPodPolicy/team-a/etl@1", stampOfDriver(after));
    }

    @Test
    void whatTheStatusKeepsIsNotUsedWhereItIsInvalidItself() {
        ObjectNode invalid = stored.apply(policy("etl", "{labels: {team: 5}}"));
        stored.keep(ETL, new Verdict.InForce(1, invalid.path("spec")));
        assertEquals(Optional.empty(), verdict(ETL).inForce());
    }

    @Test
    void aNewerVersionThatTheStatusKeepsBeatsWhatWasSeenUsable() {
        stored.apply(policy("etl", "{labels: {team: a}}"));
        evaluate();
        stored.apply(policy("etl", "{labels: {team: b}}"));
        ObjectNode missed = stored.apply(policy("etl", "{labels: {team: 5}}"));
        assertEquals(1, verdict(ETL).inForce().orElseThrow().generation());
        stored.keep(ETL, new Verdict.InForce(2, policySpec("{labels: {team: b}}")));
        assertEquals(3, missed.path("metadata").path("generation").asLong());
        assertEquals(2, verdict(ETL).inForce().orElseThrow().generation());
    }

    @Test
    void anObjectOfANameThatCameBackHasNoPast() {
        stored.apply(policy("etl", "{labels: {team: a}}"));
        String digest = evaluate().digest();
        stored.delete(ETL);
        stored.apply(policy("etl", "{labels: {team: 5}}"));
        assertEquals(Optional.empty(), verdict(ETL).inForce());
        stored.apply(policy("etl", "{labels: {team: a}}"));
        assertEquals(Acceptance.Accepted, verdict(ETL).acceptance());
        assertNotEquals(digest, evaluate().digest());
    }

    @Test
    void aPolicyWaitsForItsNodePoolAndNeedsNoWordOfItsOwnWhenItComes() {
        stored.apply(policy("etl", "{nodePool: {type: Single, single: {pool: spot}}}"));
        Verdict waiting = verdict(ETL);
        assertEquals(Acceptance.NodePoolMissing, waiting.acceptance());
        assertEquals(Optional.empty(), waiting.inForce());
        assertEquals(
                List.of("SparkPodPolicy team-a/etl: spec.common.nodePool.single.pool: is spot, but no SparkNodePool has"
                        + " that name; none is defined"),
                waiting.problems().stream().map(Problem::toString).toList());
        stored.apply(POOL);
        assertEquals(Acceptance.Accepted, verdict(ETL).acceptance());
        assertEquals("SparkPodPolicy/team-a/etl@1", stampOfDriver());
        assertEquals(Set.of("spot"), evaluate().nodePools());
    }

    @Test
    void aPolicyWithErrorsIsInvalidWhateverPoolIsMissing() {
        stored.apply(policy("etl", "{labels: {team: 5}, nodePool: {type: Single, single: {pool: spot}}}"));
        assertEquals(Acceptance.Invalid, verdict(ETL).acceptance());
        assertEquals(2, verdict(ETL).problems().size());
    }

    @Test
    void aPoolThatIsDeletedStaysToThePoliciesInForceAsItWas() {
        stored.apply(POOL);
        stored.apply(policy("etl", "{nodePool: {type: Single, single: {pool: spot}}}"));
        Evaluation before = evaluate();
        stored.delete("SparkNodePool/spot");
        Evaluation after = evaluate();
        assertEquals(Acceptance.NodePoolMissing, verdict(ETL).acceptance());
        assertEquals(1, verdict(ETL).inForce().orElseThrow().generation());
        assertEquals(driver(before).patch(), driver(after).patch());
        assertNotEquals(before.digest(), after.digest());
        Evaluation restarted = new PolicyCatalog(KubernetesVersion.NEWEST).evaluate(stored.cluster());
        assertEquals(Optional.empty(), verdict(restarted, ETL).inForce());
    }

    @Test
    void aPoolThatIsEditedChangesThePoliciesThatNameIt() {
        stored.apply(POOL);
        stored.apply(policy("etl", "{nodePool: {type: Single, single: {pool: spot}}}"));
        String before = evaluate().digest();
        stored.apply(POOL.replace("[spot]", "[cheap]"));
        assertTrue(driver(evaluate()).patch().toString().contains("cheap"));
        assertNotEquals(before, evaluate().digest());
    }

    @Test
    void aPoolWithErrorsStaysAsItLastWas() {
        stored.apply(POOL);
        stored.apply(policy("etl", "{nodePool: {type: Single, single: {pool: spot}}}"));
        Evaluation before = evaluate();
        stored.apply(POOL.replace("In,", "Exists,"));
        assertEquals(Acceptance.Invalid, verdict("SparkNodePool/spot").acceptance());
        assertEquals(Acceptance.Accepted, verdict(ETL).acceptance());
        assertEquals(before.digest(), evaluate().digest());
    }

    @Test
    void anUnknownFieldOfAStoredObjectIsIgnoredAndToldOf() {
        stored.apply(policy("etl", "{labels: {team: a}, fromTheFuture: {x: '${usher:nothing}'}}"));
        Verdict verdict = verdict(ETL);
        assertEquals(Acceptance.Accepted, verdict.acceptance());
        Problem problem = verdict.problems().get(0);
        assertEquals(1, verdict.problems().size());
        assertEquals(Severity.Warning, problem.severity());
        assertEquals("spec.common.fromTheFuture", problem.path());
        assertTrue(problem.message().startsWith("there is no such field, so it is ignored"), problem.message());
    }

    @Test
    void requiredPoliciesThatMayConflictAreBothTold() {
        stored.apply(required("one", "{labels: {team: a}}"));
        stored.apply(required("two", "{labels: {team: b}}"));
        assertEquals(
                List.of(
                        "Sets metadata.labels[team] otherwise than SparkPodPolicy team-a/two, which is Required as well:"
                                + " let one of them say it, or give them a match by which no pod meets both"),
                verdict("SparkPodPolicy/team-a/one").potentialConflicts());
        assertEquals(
                1, verdict("SparkPodPolicy/team-a/two").potentialConflicts().size());
        stored.apply(required("two", "{labels: {team: a}}"));
        assertEquals(List.of(), verdict("SparkPodPolicy/team-a/one").potentialConflicts());
    }

    @Test
    void thatTheStatusKeepsTheNewestVersionIsNoChange() {
        stored.apply(policy("etl", "{labels: {team: a}}"));
        Evaluation before = evaluate();
        stored.keep(ETL, new Verdict.InForce(1, policySpec("{labels: {team: a}}")));
        assertSame(before, evaluate());
    }

    @Test
    void anEditThatWasBrokenWhileNobodyLookedLeavesTheLastVersionInForceForWhoeverStarts() {
        stored.apply(policy("etl", "{labels: {team: a}}"));
        stored.keep(ETL, new Verdict.InForce(1, policySpec("{labels: {team: a}}")));
        stored.apply(policy("etl", "{labels: {team: 5}}"));
        Evaluation restarted = new PolicyCatalog(KubernetesVersion.NEWEST).evaluate(stored.cluster());
        assertEquals(1, verdict(restarted, ETL).inForce().orElseThrow().generation());
    }

    @Test
    void whereNothingThatDecidesHasChangedItIsTheSameEvaluation() {
        ObjectNode object = stored.apply(policy("etl", "{labels: {team: a}}"));
        Evaluation before = evaluate();
        object.withObject("/metadata")
                .put("resourceVersion", "17")
                .withObject("/labels")
                .put("x", "y");
        object.withObject("/status").put("observedGeneration", 1);
        assertSame(before, evaluate());
    }

    @Test
    void knowsTheNamespacesOfTheCluster() {
        stored.apply(policy("etl", "{labels: {team: a}}"));
        assertTrue(evaluate().policies().knows("team-a"));
        assertFalse(evaluate().policies().knows("team-b"));
        Evaluation more = catalog.evaluate(new ClusterObjects(
                stored.all(), Map.of("team-a", Map.of(), "team-b", Map.of("x", "y")), StoredObjects.ACCOUNTS));
        assertTrue(more.policies().knows("team-b"));
    }

    @Test
    void checkSaysWhatTheCommandLineWouldSay() {
        ObjectNode object =
                Documents.parseYaml(policy("etl", "{lables: {}, nodePool: {type: Single, single: {pool: spot}}}"));
        List<Problem> problems = PolicyCatalog.check(object);
        assertEquals(1, problems.size());
        assertEquals(Severity.Error, problems.get(0).severity());
        assertEquals("spec.common.lables", problems.get(0).path());
        assertTrue(problems.get(0).message().startsWith("there is no such field; did you mean labels?"));
        List<Problem> among = PolicyCatalog.check(object, Set.of("on-demand"));
        assertEquals(Severity.Warning, among.get(1).severity());
        assertEquals(
                "is spot, but no SparkNodePool has that name; there are on-demand",
                among.get(1).message());
    }

    private static String policy(String name, String common) {
        return "apiVersion: spark-usher.io/v1alpha1\nkind: SparkPodPolicy\n" + "metadata: {name: " + name
                + ", namespace: team-a}\nspec: {common: " + common + "}\n";
    }

    private static String required(String name, String common) {
        return policy(name, common).replace("spec: {", "spec: {band: Required, ");
    }

    private static ObjectNode policySpec(String common) {
        return (ObjectNode) Documents.parseYaml(policy("any", common)).path("spec");
    }

    private Evaluation evaluate() {
        return catalog.evaluate(stored.cluster());
    }

    private Verdict verdict(String path) {
        return verdict(evaluate(), path);
    }

    private static Verdict verdict(Evaluation evaluation, String path) {
        return Objects.requireNonNull(evaluation.verdicts().get(path), path);
    }

    private String stampOfDriver() {
        return stampOfDriver(evaluate());
    }

    private static String stampOfDriver(Evaluation evaluation) {
        ObjectNode patched = Documents.patched(pod(), driver(evaluation));
        return patched.path("metadata")
                .path("annotations")
                .path("spark-usher.io/applied")
                .asText();
    }

    private static Decision driver(Evaluation evaluation) {
        return evaluation.policies().review(PodReview.ofCreation("team-a", pod()));
    }

    private static ObjectNode pod() {
        return Documents.parseYaml("""
                metadata: {labels: {spark-role: driver, spark-app-selector: spark-1}}
                spec: {containers: [{name: spark-kubernetes-driver, args: [driver]}]}
                """);
    }
}
