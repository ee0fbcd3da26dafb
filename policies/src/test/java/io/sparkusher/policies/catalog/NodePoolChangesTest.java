package io.sparkusher.policies.catalog;

import static io.sparkusher.policies.catalog.EvaluatedCluster.ETL;
import static io.sparkusher.policies.catalog.EvaluatedCluster.driver;
import static io.sparkusher.policies.catalog.EvaluatedCluster.policy;
import static io.sparkusher.policies.catalog.EvaluatedCluster.stampOf;
import static io.sparkusher.policies.catalog.EvaluatedCluster.verdict;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sparkusher.policies.source.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of policies when the node pools that they name come, change and go. */
class NodePoolChangesTest {
    private static final String POOL = """
            apiVersion: spark-usher.io/v1alpha1
            kind: SparkNodePool
            metadata: {name: spot}
            spec: {requirements: [{key: pool, operator: In, values: [spot]}]}
            """;

    private final EvaluatedCluster cluster = new EvaluatedCluster();

    @Test
    void aPolicyWaitsForItsNodePoolAndNeedsNoWordOfItsOwnWhenItComes() {
        cluster.apply(policy("etl", "{nodePool: {type: Single, single: {pool: spot}}}"));
        Verdict waiting = cluster.verdict(ETL);
        assertEquals(Acceptance.NodePoolMissing, waiting.acceptance());
        assertEquals(Optional.empty(), waiting.inForce());
        assertEquals(
                List.of("SparkPodPolicy team-a/etl: spec.common.nodePool.single.pool: is spot, but no SparkNodePool has"
                        + " that name; none is defined"),
                waiting.problems().stream().map(Problem::toString).toList());
        cluster.apply(POOL);
        assertEquals(Acceptance.Accepted, cluster.verdict(ETL).acceptance());
        assertEquals("SparkPodPolicy/team-a/etl@1", stampOf(driver(cluster.evaluate())));
        assertEquals(Set.of("spot"), cluster.evaluate().nodePools());
    }

    @Test
    void aPolicyWithErrorsIsInvalidWhateverPoolIsMissing() {
        cluster.apply(policy("etl", "{labels: {team: 5}, nodePool: {type: Single, single: {pool: spot}}}"));
        assertEquals(Acceptance.Invalid, cluster.verdict(ETL).acceptance());
        assertEquals(2, cluster.verdict(ETL).problems().size());
    }

    @Test
    void aPoolThatIsDeletedStaysToThePoliciesInForceAsItWas() {
        cluster.apply(POOL);
        cluster.apply(policy("etl", "{nodePool: {type: Single, single: {pool: spot}}}"));
        Evaluation before = cluster.evaluate();
        cluster.delete("SparkNodePool/spot");
        Evaluation after = cluster.evaluate();
        assertEquals(Acceptance.NodePoolMissing, cluster.verdict(ETL).acceptance());
        assertEquals(1, cluster.verdict(ETL).inForce().orElseThrow().generation());
        assertEquals(driver(before).patch(), driver(after).patch());
        assertNotEquals(before.digest(), after.digest());
        Evaluation restarted = cluster.evaluateAfterRestart();
        assertEquals(Optional.empty(), verdict(restarted, ETL).inForce());
    }

    @Test
    void aPoolThatIsEditedChangesThePoliciesThatNameIt() {
        cluster.apply(POOL);
        cluster.apply(policy("etl", "{nodePool: {type: Single, single: {pool: spot}}}"));
        String before = cluster.evaluate().digest();
        cluster.apply(POOL.replace("[spot]", "[cheap]"));
        assertTrue(driver(cluster.evaluate()).patch().toString().contains("cheap"));
        assertNotEquals(before, cluster.evaluate().digest());
    }

    @Test
    void aPoolWithErrorsStaysAsItLastWas() {
        cluster.apply(POOL);
        cluster.apply(policy("etl", "{nodePool: {type: Single, single: {pool: spot}}}"));
        Evaluation before = cluster.evaluate();
        cluster.apply(POOL.replace("In,", "Exists,"));
        assertEquals(Acceptance.Invalid, cluster.verdict("SparkNodePool/spot").acceptance());
        assertEquals(Acceptance.Accepted, cluster.verdict(ETL).acceptance());
        assertEquals(before.digest(), cluster.evaluate().digest());
    }
}
