package io.sparkusher.e2e.spark;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sparkusher.e2e.SparkSubmit;
import java.util.List;

/** Nothing of a denied job is left, and who submitted it is told by whom, and why. */
@Scenario(number = 8, title = "A job that must not run")
class DenialIT {
    @EverySpark
    void sparkSubmitPrintsWhyADriverIsDeniedThatCannotMeetARequiredPolicy(SparkSubmit spark, TeamNamespace team) {
        assertDenied(spark, team, "driver", "has no such service account: create it, or let the policy provision it");
    }

    @NewestSpark
    void sparkSubmitPrintsWhyADriverIsDeniedWhoseExecutorsCouldNotMeetARequiredPolicy(
            SparkSubmit spark, TeamNamespace team) {
        assertDenied(spark, team, "executor", "no-such-account");
    }

    private static void assertDenied(SparkSubmit spark, TeamNamespace team, String role, String reason) {
        team.apply(requiredAccount(role));
        try (Submission submission = team.job(spark, "denied").witnessing(1, 0).submit()) {
            await("the end of spark-submit")
                    .atMost(SparkJob.TO_FINISH)
                    .until(() -> !submission.process().isAlive());

            AssertionError end = assertThrows(
                    AssertionError.class, () -> submission.process().requireSuccess(SparkJob.TO_FINISH));
            assertTrue(String.valueOf(end.getMessage()).startsWith("Exit code 1;"), end.getMessage());
            String sentence = DenialSentence.in(submission.output());
            assertTrue(sentence.contains("SparkPodPolicy " + team.name() + "/accounts"), sentence);
            assertTrue(sentence.contains(reason), sentence);
        }
        assertEquals(List.of(), team.pods().drivers("denied"));
        assertEquals("", team.kubectl("get", "services", "--output=name"));
        // Every namespace has this one.
        assertEquals(
                "configmap/kube-root-ca.crt",
                team.kubectl("get", "configmaps", "--output=name").strip());
    }

    private static String requiredAccount(String role) {
        return """
                apiVersion: spark-usher.io/v1alpha1
                kind: SparkPodPolicy
                metadata: {name: accounts}
                spec:
                  band: Required
                  %s:
                    serviceAccount: {name: no-such-account}
                """.formatted(role);
    }
}
