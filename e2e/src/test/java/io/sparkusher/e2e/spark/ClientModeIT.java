package io.sparkusher.e2e.spark;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.sparkusher.e2e.ChildProcess;
import io.sparkusher.e2e.SparkSubmit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@Scenario(number = 3, title = "A driver outside of the cluster, whose executors come and go")
class ClientModeIT {
    private static final String ADDRESS = "e2e.spark.driver.host";
    private static final String DECOMMISSIONED = "e2e-decommissioned";

    @NewestSpark
    @EnabledIfSystemProperty(
            named = ADDRESS,
            matches = ".+",
            disabledReason = "The build does not say where pods reach this machine: e2e/README.md says how")
    void everyExecutorIsInjectedSuccessorsAndThoseOfAnotherProfileIncludedUntilAllAreDecommissioned(
            SparkSubmit spark, TeamNamespace team) {
        team.apply(POLICY);
        team.awaitAccounts("spark-executor");

        try (ChildProcess driver = elastic(spark, team).startHere(System.getProperty(ADDRESS))) {
            // It began with one, and has asked for a second as there was work for it.
            String worked = awaitTwoWorkers(driver).get(0);
            team.kubectl(
                    "delete",
                    "pod",
                    "--wait=false",
                    executor(team, worked).getMetadata().getName());
            driver.requireSuccess(SparkJob.TO_FINISH);

            WitnessLog log = WitnessLog.of(driver);
            List<Pod> executors = team.pods().executors("elastic");
            assertTrue(workers(log).size() >= 3, log.text());
            assertEquals(List.of("0"), log.after("LEFT"));
            assertEquals("hello", log.agreed("executor", "file:/etc/team/greeting"));
            assertEquals("data", log.agreed("executor", "env:TEAM"));
            executors.forEach(ClientModeIT::assertInjected);
            log.after("WORKED").forEach(line -> assertIsOfTheProfile(team, line));
            assertTrue(executors.stream().anyMatch(ClientModeIT::wasDecommissioned), "None was labelled");
        }
    }

    private static SparkJob elastic(SparkSubmit spark, TeamNamespace team) {
        String jar = spark.settings().spark().resolve("jobs/target/jobs.jar").toString();
        return team.plainJob(spark, "elastic")
                .conf("spark.executor.instances", "1")
                .conf("spark.dynamicAllocation.enabled", "true")
                .conf("spark.dynamicAllocation.shuffleTracking.enabled", "true")
                .conf("spark.dynamicAllocation.maxExecutors", "2")
                .conf("spark.dynamicAllocation.executorIdleTimeout", "15s")
                .conf("spark.decommission.enabled", "true")
                .conf("spark.kubernetes.executor.decommissionLabel", DECOMMISSIONED)
                .option("--class", "io.sparkusher.e2e.jobs.Elastic")
                .of(jar, "3", "file:/etc/team/greeting", "env:TEAM");
    }

    private static List<String> awaitTwoWorkers(ChildProcess driver) {
        return await("two executors that have worked")
                .atMost(SparkJob.TO_FINISH)
                .until(() -> workers(WitnessLog.of(driver)), workers -> workers.size() >= 2);
    }

    private static List<String> workers(WitnessLog log) {
        return log.after("WORKED").stream()
                .filter(line -> line.startsWith("plain\t"))
                .map(line -> line.substring("plain\t".length()))
                .toList();
    }

    private static Pod executor(TeamNamespace team, String number) {
        return team.pods().executors("elastic").stream()
                .filter(pod -> number.equals(pod.getMetadata().getLabels().get("spark-exec-id")))
                .findFirst()
                .orElseThrow();
    }

    private static void assertInjected(Pod executor) {
        String name = executor.getMetadata().getName();
        assertEquals("spark-executor", executor.getSpec().getServiceAccountName(), name);
        assertEquals("by-policy", executor.getMetadata().getLabels().get("team.example/given"), name);
    }

    /** The policy leaves the resources of a profile as they are: each profile has memory of its own, in MiB. */
    private static void assertIsOfTheProfile(TeamNamespace team, String worked) {
        String[] words = worked.split("\t", 2);
        Pod pod = executor(team, words[1]);
        Map<String, Quantity> requests =
                pod.getSpec().getContainers().get(0).getResources().getRequests();
        assertEquals(new Quantity(words[0].equals("larger") ? "984Mi" : "896Mi"), requests.get("memory"), worked);
    }

    private static boolean wasDecommissioned(Pod executor) {
        return executor.getMetadata().getLabels().containsKey(DECOMMISSIONED);
    }

    private static final String POLICY = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: greeting}
            data: {greeting: hello}
            ---
            apiVersion: spark-usher.io/v1alpha1
            kind: SparkPodPolicy
            metadata: {name: team}
            spec:
              executor:
                nodePool: {type: Single, single: {pool: e2e-real}}
                serviceAccount: {name: spark-executor, provision: true, automountToken: false}
                labels: {team.example/given: by-policy}
                configMaps: [{name: greeting, mountPath: /etc/team}]
                env: [{name: TEAM, value: data}]
            """;
}
