package io.sparkusher.policies.catalog;

import static io.sparkusher.policies.catalog.EvaluatedCluster.ETL;
import static io.sparkusher.policies.catalog.EvaluatedCluster.driver;
import static io.sparkusher.policies.catalog.EvaluatedCluster.policy;
import static io.sparkusher.policies.catalog.EvaluatedCluster.specOf;
import static io.sparkusher.policies.catalog.EvaluatedCluster.stampOf;
import static io.sparkusher.policies.catalog.EvaluatedCluster.verdict;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.source.Problem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stays in force where a policy is edited wrongly, also by a catalog that has not seen it before. */
class LastUsableVersionTest {
    private final EvaluatedCluster cluster = new EvaluatedCluster();

    @Test
    void anInvalidEditLeavesTheLastUsableVersionInForce() {
        cluster.apply(policy("etl", "{labels: {team: a}}"));
        cluster.evaluate();
        cluster.apply(policy("etl", "{labels: {team: 5}}"));
        Verdict verdict = cluster.verdict(ETL);
        assertEquals(Acceptance.Invalid, verdict.acceptance());
        assertEquals(2, verdict.object().generation().orElseThrow());
        assertEquals(1, verdict.inForce().orElseThrow().generation());
        assertEquals("SparkPodPolicy/team-a/etl@1", stampOf(driver(cluster.evaluate())));
        assertEquals(
                List.of(
                        "SparkPodPolicy team-a/etl: spec.common.labels.team: is the number 5, expected a text: put it in"
                                + " quotes"),
                verdict.problems().stream().map(Problem::toString).toList());
    }

    @Test
    void aRestartedCatalogTakesTheVersionThatTheStatusKeeps() {
        cluster.apply(policy("etl", "{labels: {team: a}}"));
        Verdict.InForce usable = cluster.verdict(ETL).inForce().orElseThrow();
        cluster.apply(policy("etl", "{labels: {team: 5}}"));
        cluster.keep(ETL, usable);
        Evaluation before = cluster.evaluate();
        Evaluation after = cluster.evaluateAfterRestart();
        assertEquals(before.digest(), after.digest());
        assertEquals(Optional.of(usable), verdict(after, ETL).inForce());
        assertEquals("SparkPodPolicy/team-a/etl@1", stampOf(driver(after)));
    }

    @Test
    void whatTheStatusKeepsIsNotUsedWhereItIsInvalidItself() {
        ObjectNode invalid = cluster.apply(policy("etl", "{labels: {team: 5}}"));
        cluster.keep(ETL, new Verdict.InForce(1, invalid.path("spec")));
        assertEquals(Optional.empty(), cluster.verdict(ETL).inForce());
    }

    @Test
    void aNewerVersionThatTheStatusKeepsBeatsWhatWasSeenUsable() {
        cluster.apply(policy("etl", "{labels: {team: a}}"));
        cluster.evaluate();
        cluster.apply(policy("etl", "{labels: {team: b}}"));
        ObjectNode missed = cluster.apply(policy("etl", "{labels: {team: 5}}"));
        assertEquals(1, cluster.verdict(ETL).inForce().orElseThrow().generation());
        cluster.keep(ETL, new Verdict.InForce(2, specOf("{labels: {team: b}}")));
        assertEquals(3, missed.path("metadata").path("generation").asLong());
        assertEquals(2, cluster.verdict(ETL).inForce().orElseThrow().generation());
    }

    @Test
    void anEditThatWasBrokenWhileNobodyLookedLeavesTheLastVersionInForceForWhoeverStarts() {
        cluster.apply(policy("etl", "{labels: {team: a}}"));
        cluster.keep(ETL, new Verdict.InForce(1, specOf("{labels: {team: a}}")));
        cluster.apply(policy("etl", "{labels: {team: 5}}"));
        Evaluation restarted = cluster.evaluateAfterRestart();
        assertEquals(1, verdict(restarted, ETL).inForce().orElseThrow().generation());
    }

    @Test
    void anObjectOfANameThatCameBackHasNoPast() {
        cluster.apply(policy("etl", "{labels: {team: a}}"));
        String digest = cluster.evaluate().digest();
        cluster.delete(ETL);
        cluster.apply(policy("etl", "{labels: {team: 5}}"));
        assertEquals(Optional.empty(), cluster.verdict(ETL).inForce());
        cluster.apply(policy("etl", "{labels: {team: a}}"));
        assertEquals(Acceptance.Accepted, cluster.verdict(ETL).acceptance());
        assertNotEquals(digest, cluster.evaluate().digest());
    }
}
