package io.sparkusher.policies.catalog;

import static io.sparkusher.policies.catalog.EvaluatedCluster.ETL;
import static io.sparkusher.policies.catalog.EvaluatedCluster.policy;
import static io.sparkusher.policies.catalog.EvaluatedCluster.specOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** Which changes of stored objects change nothing about reviews. */
class UnchangedEvaluationTest {
    private final EvaluatedCluster cluster = new EvaluatedCluster();

    @Test
    void thatTheStatusKeepsTheNewestVersionIsNoChange() {
        cluster.apply(policy("etl", "{labels: {team: a}}"));
        Evaluation before = cluster.evaluate();
        cluster.keep(ETL, new Verdict.InForce(1, specOf("{labels: {team: a}}")));
        assertSame(before, cluster.evaluate());
    }

    @Test
    void whereNothingThatDecidesHasChangedItIsTheSameEvaluation() {
        ObjectNode object = cluster.apply(policy("etl", "{labels: {team: a}}"));
        Evaluation before = cluster.evaluate();
        object.withObject("/metadata")
                .put("resourceVersion", "17")
                .withObject("/labels")
                .put("x", "y");
        object.withObject("/status").put("observedGeneration", 1);
        assertSame(before, cluster.evaluate());
    }
}
