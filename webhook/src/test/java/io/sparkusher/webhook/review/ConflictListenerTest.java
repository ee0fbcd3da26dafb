package io.sparkusher.webhook.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sparkusher.policies.PolicySet;
import io.sparkusher.webhook.testing.Policies;
import io.sparkusher.webhook.testing.RecordedReviews;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.helpers.NOPLogger;

class ConflictListenerTest {
    private final List<String> told = new ArrayList<>();

    @Test
    void tellsWhichPolicyYieldedToWhichWhereAPodMetBoth() throws IOException {
        review(required("first", "one") + required("second", "two"));

        assertEquals(
                List.of("second yielded to first"), told.stream().distinct().toList());
    }

    @Test
    void isQuietWherePoliciesAgree() throws IOException {
        review(required("first", "one") + required("second", "one"));

        assertEquals(List.of(), told);
    }

    private void review(String yaml) throws IOException {
        PolicySet policies = Policies.load(yaml).policies();
        Reviewer reviewer = new Reviewer(
                () -> policies,
                PolicySet::review,
                new ReviewMetrics(new SimpleMeterRegistry()),
                new DecisionLog(NOPLogger.NOP_LOGGER),
                (policy, rival) -> told.add(policy.name() + " yielded to " + rival.name()));
        reviewer.review(RecordedReviews.executor());
    }

    private static String required(String name, String value) {
        return """
                apiVersion: spark-usher.io/v1alpha1
                kind: SparkPodPolicy
                metadata: {name: %s, namespace: team-a}
                spec:
                  band: Required
                  executor:
                    labels: {first: "%s"}
                ---
                """.formatted(name, value);
    }
}
