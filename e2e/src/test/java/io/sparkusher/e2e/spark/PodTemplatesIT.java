package io.sparkusher.e2e.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Toleration;
import io.sparkusher.e2e.SparkSubmit;
import java.util.List;

@Scenario(number = 4, title = PodTemplatesIT.TITLE)
class PodTemplatesIT {
    static final String TITLE = "Pod templates, PySpark's arguments, secrets, local dirs on claims, Spark Connect";

    private static final int SLICES = 4;

    @NewestSpark
    void aTemplateBeatsADefaultPolicyAndARequiredOneBeatsTheTemplateAndSecretsAreWhereSparkPutThem(
            SparkSubmit spark, TeamNamespace team) {
        team.apply(SECRETS);
        team.apply(DEFAULT);
        team.apply(REQUIRED);

        FinishedJob job = templated(team, spark)
                .conf("spark.kubernetes.driver.secrets.creds", "/etc/creds")
                .conf("spark.kubernetes.executor.secrets.creds", "/etc/creds")
                .conf("spark.kubernetes.driver.secretKeyRef.PASSWORD", "creds:password")
                .conf("spark.kubernetes.executor.secretKeyRef.PASSWORD", "creds:password")
                .witnessing(
                        SLICES,
                        1,
                        "env:TEAM",
                        "env:GRADE",
                        "env:EXTRA",
                        "env:PASSWORD",
                        "file:/etc/creds/password",
                        "file:/etc/policys/key",
                        "write:/theirs",
                        "write:/policys")
                .run();

        job.assertSummedUpTo(SLICES);
        assertFoundByAll(job, "env:TEAM", "theirs");
        assertFoundByAll(job, "env:GRADE", "required");
        assertFoundByAll(job, "env:EXTRA", "policys");
        assertFoundByAll(job, "env:PASSWORD", "open sesame");
        assertFoundByAll(job, "file:/etc/creds/password", "open sesame");
        assertFoundByAll(job, "file:/etc/policys/key", "a key of the team's");
        for (String folder : List.of("write:/theirs", "write:/policys")) {
            assertEquals("driver was here", job.foundByDriver(folder));
            assertEquals(List.of("executor-1 was here", "executor-2 was here"), job.found("executor", folder));
        }
        job.pods().forEach(PodTemplatesIT::assertMergedByPrecedence);
        // Spark 4 sets an executor's by a property of its own, whatever the template says.
        assertEquals(7, job.driver().getSpec().getTerminationGracePeriodSeconds());
    }

    private static SparkJob templated(TeamNamespace team, SparkSubmit spark) {
        String template = team.write(TEMPLATE).toString();
        return team.job(spark, "templated")
                .conf("spark.kubernetes.driver.podTemplateFile", template)
                .conf("spark.kubernetes.driver.podTemplateContainerName", "main")
                .conf("spark.kubernetes.executor.podTemplateFile", template)
                .conf("spark.kubernetes.executor.podTemplateContainerName", "main");
    }

    private static void assertFoundByAll(FinishedJob job, String probe, String value) {
        assertEquals(value, job.foundByDriver(probe));
        assertEquals(value, job.foundByExecutors(probe));
    }

    private static void assertMergedByPrecedence(Pod pod) {
        assertEquals("theirs", pod.getMetadata().getLabels().get("tier"));
        assertEquals("policys", pod.getMetadata().getLabels().get("floor"));
        assertEquals("required", pod.getMetadata().getAnnotations().get("example.com/owner"));
        assertEquals(
                List.of("team", "more"),
                pod.getSpec().getTolerations().stream()
                        .map(Toleration::getKey)
                        .filter(key -> !key.startsWith("node.kubernetes.io/"))
                        .toList());
        assertEquals("main", pod.getSpec().getContainers().get(0).getName());
        assertNotEquals(
                0,
                pod.getSpec().getVolumes().stream()
                        .filter(volume -> volume.getName().equals("theirs"))
                        .filter(volume -> volume.getEmptyDir() != null)
                        .filter(volume -> volume.getEmptyDir().getSizeLimit() == null)
                        .count());
        assertEquals(List.of(), Twice.in(pod));
    }

    private static final String TEMPLATE = """
            apiVersion: v1
            kind: Pod
            metadata:
              labels: {tier: theirs}
              annotations: {example.com/owner: theirs}
            spec:
              terminationGracePeriodSeconds: 7
              volumes: [{name: theirs, emptyDir: {}}]
              tolerations: [{key: team, operator: Equal, value: theirs, effect: NoSchedule}]
              containers:
                - name: main
                  env: [{name: TEAM, value: theirs}, {name: GRADE, value: theirs}]
                  volumeMounts: [{name: theirs, mountPath: /theirs}]
            """;

    private static final String SECRETS = """
            apiVersion: v1
            kind: Secret
            metadata: {name: creds}
            stringData: {password: open sesame}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: policys}
            stringData: {key: a key of the team's}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: impostor}
            data: {password: not the user's}
            """;

    private static final String DEFAULT = """
            apiVersion: spark-usher.io/v1alpha1
            kind: SparkPodPolicy
            metadata: {name: weaker}
            spec:
              common:
                labels: {tier: policys, floor: policys}
                annotations: {example.com/owner: policys}
                terminationGracePeriodSeconds: 99
                env: [{name: TEAM, value: policys}, {name: GRADE, value: policys}, {name: EXTRA, value: policys}]
                volumes: [{name: policys, emptyDir: {}}]
                volumeMounts: [{name: policys, mountPath: /policys}]
                secrets: [{name: policys, mountPath: /etc/policys}]
                tolerations:
                  - {key: team, operator: Equal, value: theirs, effect: NoSchedule}
                  - {key: more, operator: Exists}
            ---
            apiVersion: spark-usher.io/v1alpha1
            kind: SparkPodPolicy
            metadata: {name: in-the-way}
            spec:
              common:
                volumes: [{name: theirs, emptyDir: {sizeLimit: 1Mi}}]
                configMaps: [{name: impostor, mountPath: /etc/creds}]
            """;

    private static final String REQUIRED = """
            apiVersion: spark-usher.io/v1alpha1
            kind: SparkPodPolicy
            metadata: {name: stronger}
            spec:
              band: Required
              common:
                annotations: {example.com/owner: required}
                env: [{name: GRADE, value: required}]
            """;
}
