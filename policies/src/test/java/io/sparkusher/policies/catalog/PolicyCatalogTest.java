package io.sparkusher.policies.catalog;

import static io.sparkusher.policies.catalog.EvaluatedCluster.ETL;
import static io.sparkusher.policies.catalog.EvaluatedCluster.driver;
import static io.sparkusher.policies.catalog.EvaluatedCluster.policy;
import static io.sparkusher.policies.catalog.EvaluatedCluster.required;
import static io.sparkusher.policies.catalog.EvaluatedCluster.stampOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.golden.Documents;
import io.sparkusher.policies.source.Problem;
import io.sparkusher.policies.source.Problem.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyCatalogTest {
    private final EvaluatedCluster cluster = new EvaluatedCluster();

    @Test
    void aPolicyThatCanBeUsedIsInForceWithItsGeneration() {
        cluster.apply(policy("etl", "{labels: {team: a}}"));
        Verdict verdict = cluster.verdict(ETL);
        assertEquals(Acceptance.Accepted, verdict.acceptance());
        assertEquals(List.of(), verdict.problems());
        assertEquals(1, verdict.inForce().orElseThrow().generation());
        assertEquals("SparkPodPolicy/team-a/etl@1", stampOf(driver(cluster.evaluate())));
    }

    @Test
    void anObjectWithErrorsTouchesNoOther() {
        cluster.apply(policy("etl", "{labels: {team: a}}"));
        cluster.apply(policy("wrong", "{labels: [1]}"));
        Evaluation evaluation = cluster.evaluate();
        assertEquals(
                Optional.empty(), cluster.verdict("SparkPodPolicy/team-a/wrong").inForce());
        assertEquals(Acceptance.Accepted, cluster.verdict(ETL).acceptance());
        assertEquals(1, evaluation.policies().size());
    }

    @Test
    void anUnknownFieldOfAStoredObjectIsIgnoredAndToldOf() {
        cluster.apply(policy("etl", "{labels: {team: a}, fromTheFuture: {x: '${usher:nothing}'}}"));
        Verdict verdict = cluster.verdict(ETL);
        assertEquals(Acceptance.Accepted, verdict.acceptance());
        Problem problem = verdict.problems().get(0);
        assertEquals(1, verdict.problems().size());
        assertEquals(Severity.Warning, problem.severity());
        assertEquals("spec.common.fromTheFuture", problem.path());
        assertTrue(problem.message().startsWith("there is no such field, so it is ignored"), problem.message());
    }

    @Test
    void requiredPoliciesThatMayConflictAreBothTold() {
        cluster.apply(required("one", "{labels: {team: a}}"));
        cluster.apply(required("two", "{labels: {team: b}}"));
        assertEquals(
                List.of(
                        "Sets metadata.labels[team] otherwise than SparkPodPolicy team-a/two, which is Required as well:"
                                + " let one of them say it, or give them a match by which no pod meets both"),
                cluster.verdict("SparkPodPolicy/team-a/one").potentialConflicts());
        assertEquals(
                1,
                cluster.verdict("SparkPodPolicy/team-a/two")
                        .potentialConflicts()
                        .size());
        cluster.apply(required("two", "{labels: {team: a}}"));
        assertEquals(List.of(), cluster.verdict("SparkPodPolicy/team-a/one").potentialConflicts());
    }

    @Test
    void knowsTheNamespacesOfTheCluster() {
        cluster.apply(policy("etl", "{labels: {team: a}}"));
        assertTrue(cluster.evaluate().policies().knows("team-a"));
        assertFalse(cluster.evaluate().policies().knows("team-b"));
        Evaluation more = cluster.evaluateWithNamespaces(Map.of("team-a", Map.of(), "team-b", Map.of("x", "y")));
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
}
