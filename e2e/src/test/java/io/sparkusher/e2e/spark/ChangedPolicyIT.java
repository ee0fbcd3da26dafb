package io.sparkusher.e2e.spark;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.Pod;
import io.sparkusher.e2e.SparkSubmit;
import java.util.List;

/** A Required policy is changed while a job runs, so that executors which are made from then on would break. */
@Scenario(number = 8, title = "A job that must not run")
class ChangedPolicyIT {
    private static final String GOOD = "executors";
    private static final String BROKEN = "no-such-account";

    /** So many refusals say how often Spark asks again. */
    private static final int REFUSALS = 8;

    @NewestSpark
    void executorsGoWithoutAPolicyThatWouldBreakThemAndAreRefusedWithOurSentenceWhereItSaysDeny(
            SparkSubmit spark, TeamNamespace team) {
        applyGoodPolicy(team);
        try (Submission submission = team.job(spark, "changed").untilTold().submit()) {
            Pod first = awaitLiveExecutors(team, 2).get(0);
            assertEquals(GOOD, first.getSpec().getServiceAccountName());

            team.apply(policy(BROKEN, ""));
            team.delete(first);
            Pod without = awaitExecutor(team, 3);
            assertEquals(TeamNamespace.OWN_ACCOUNT, without.getSpec().getServiceAccountName());
            String reason = team.warningsOf(without);
            assertTrue(reason.contains("SparkPodPolicy " + team.name() + "/accounts: Skipped"), reason);

            team.apply(policy(BROKEN, "onError: Deny"));
            team.delete(without);
            RefusedExecutors refusals = await("refusals in the driver's log")
                    .atMost(SparkJob.TO_FINISH)
                    .until(() -> RefusedExecutors.in(submission.driverLog()), found -> found.count() >= REFUSALS);
            assertTrue(
                    refusals.sentence().contains("SparkPodPolicy " + team.name() + "/accounts"), refusals.sentence());
            System.out.printf("Spark %s asks again for a refused executor %s%n", spark.version(), refusals.pace());

            team.apply(policy(GOOD, ""));
            awaitLiveExecutors(team, 2);
            submission.tellToFinish();
            submission.awaitSuccess().assertAnswered(1 + 2 + 3 + 4);
        }
    }

    @NewestSpark
    void anEventOfTheStatefulSetSaysWhyItsExecutorIsRefused(SparkSubmit spark, TeamNamespace team) {
        applyGoodPolicy(team);
        SparkJob job = team.job(spark, "changed")
                .conf("spark.kubernetes.allocation.pods.allocator", "statefulset")
                .untilTold();
        try (Submission submission = job.submit()) {
            Pod executor = awaitLiveExecutors(team, 2).get(0);
            assertEquals(GOOD, executor.getSpec().getServiceAccountName());

            team.apply(policy(BROKEN, "onError: Deny"));
            team.delete(executor);
            String event = team.awaitEvent("StatefulSet", "FailedCreate");
            assertTrue(event.contains("SparkPodPolicy " + team.name() + "/accounts"), event);

            team.apply(policy(GOOD, ""));
            awaitLiveExecutors(team, 2);
            submission.tellToFinish();
            submission.awaitSuccess().assertAnswered(1 + 2 + 3 + 4);
        }
    }

    private static void applyGoodPolicy(TeamNamespace team) {
        team.kubectl("create", "serviceaccount", GOOD);
        team.apply(policy(GOOD, ""));
    }

    private static String policy(String account, String onError) {
        return """
                apiVersion: spark-usher.io/v1alpha1
                kind: SparkPodPolicy
                metadata: {name: accounts}
                spec:
                  band: Required
                  %s
                  executor:
                    serviceAccount: {name: %s}
                """.formatted(onError, account);
    }

    private static List<Pod> awaitLiveExecutors(TeamNamespace team, int count) {
        return await("running executors")
                .atMost(SparkJob.TO_FINISH)
                .until(() -> team.pods().liveExecutors("changed"), pods -> pods.size() == count);
    }

    private static Pod awaitExecutor(TeamNamespace team, int number) {
        List<Pod> executors = team.pods().awaitExecutors("changed", pods -> pods.size() >= number);
        return executors.get(number - 1);
    }
}
