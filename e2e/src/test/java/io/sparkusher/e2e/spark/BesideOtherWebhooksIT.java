package io.sparkusher.e2e.spark;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.sparkusher.e2e.Settings;
import io.sparkusher.e2e.SparkSubmit;
import io.sparkusher.e2e.node.NodeCluster;
import java.io.IOException;
import java.util.List;

/** The API server calls webhooks in the order of their configurations' names; ours is {@code 00-spark-usher}. */
@Scenario(number = 9, title = "Beside other webhooks, and pods of the Spark operators")
class BesideOtherWebhooksIT {
    private static final String BEFORE_OURS = "00-a-spark-operator";
    private static final String AFTER_OURS = "spark-operator";

    private final NodeCluster cluster;

    BesideOtherWebhooksIT(NodeCluster cluster) {
        this.cluster = cluster;
    }

    @NewestSpark
    void aWebhookThatRanFirstAndThePolicyBothTakeEffectAndWhatBothGiveIsThereOnce(SparkSubmit spark, TeamNamespace team)
            throws IOException {
        prepare(team);
        try (ForeignWebhook webhook = operatorsWebhook(team, GIVEN_BY_BOTH);
                ForeignRegistration registration = register(webhook, BEFORE_OURS, team)) {
            awaitInForce(registration, team);
            assertBothTakeEffect(team, spark, "driver");
            assertBothTakeEffect(team, spark, "executor");
        }
    }

    @NewestSpark
    void aWebhookThatRunsAfterwardsAndThePolicyBothTakeEffectAndNothingIsThereTwice(
            SparkSubmit spark, TeamNamespace team) throws IOException {
        prepare(team);
        try (ForeignWebhook webhook = operatorsWebhook(team, "{}");
                ForeignRegistration registration = register(webhook, AFTER_OURS, team)) {
            awaitInForce(registration, team);
            assertBothTakeEffect(team, spark, "driver");
            assertBothTakeEffect(team, spark, "executor");
        }
    }

    @NewestSpark
    void podsOfApachesOperatorAreGivenWhatThePolicySays(SparkSubmit spark, TeamNamespace team) {
        prepare(team);
        for (String role : List.of("driver", "executor")) {
            Pod pod = create(
                    team,
                    pod(
                            spark,
                            role,
                            "spark.operator/name: spark-kubernetes-operator, spark.operator/spark-app-name: etl"));
            assertPolicyTookEffect(pod, role);
            assertEquals(List.of(), Twice.in(pod));
        }
    }

    private void prepare(TeamNamespace team) {
        team.apply(POLICIES);
        team.awaitAccounts("spark-driver", "spark-executor");
    }

    /** It owns drivers in the name of a config map, which a webhook of an operator does in the name of an application. */
    private static ForeignWebhook operatorsWebhook(TeamNamespace team, String more) throws IOException {
        ConfigMap owner = team.client()
                .configMaps()
                .inNamespace(team.name())
                .withName("application")
                .get();
        return ForeignWebhook.start(
                Settings.ofTheBuild().webhookHost(),
                new OperatorsWebhook(
                        owner.getMetadata().getName(), owner.getMetadata().getUid(), more));
    }

    private ForeignRegistration register(ForeignWebhook webhook, String name, TeamNamespace team) {
        return ForeignRegistration.make(cluster.client(), webhook, name, team.name(), OperatorsWebhook.LABEL);
    }

    private static void awaitInForce(ForeignRegistration registration, TeamNamespace team) {
        await("the webhook of " + registration.configuration().getMetadata().getName())
                .atMost(NodeCluster.TO_SETTLE)
                .until(() -> team.client()
                        .resource(pod(Sparks.newest(), "executor", LAUNCHED_BY_OPERATOR))
                        .inNamespace(team.name())
                        .dryRun()
                        .create()
                        .getSpec()
                        .getNodeSelector()
                        .containsKey("operators"));
    }

    private static void assertBothTakeEffect(TeamNamespace team, SparkSubmit spark, String role) {
        Pod pod = create(team, pod(spark, role, LAUNCHED_BY_OPERATOR));
        assertPolicyTookEffect(pod, role);
        assertOperatorTookEffect(pod, role);
        assertEquals(List.of(), Twice.in(pod));
    }

    private static void assertPolicyTookEffect(Pod pod, String role) {
        Container container = sparkContainer(pod);
        assertTrue(container.getEnv().stream().anyMatch(one -> "data".equals(one.getValue())), "variable");
        assertTrue(container.getEnv().stream().anyMatch(one -> "the pod's".equals(one.getValue())), "the pod's own");
        assertTrue(
                container.getVolumeMounts().stream().anyMatch(one -> "/scratch".equals(one.getMountPath())), "mount");
        assertTrue(container.getPorts().stream().anyMatch(one -> one.getContainerPort() == 8888), "port");
        assertTrue(pod.getSpec().getVolumes().stream().anyMatch(one -> "scratch".equals(one.getName())), "volume");
        assertTrue(pod.getSpec().getTolerations().stream().anyMatch(one -> "team".equals(one.getKey())), "toleration");
        assertTrue(pod.getSpec().getHostAliases().stream().anyMatch(one -> "192.0.2.8".equals(one.getIp())), "alias");
        assertEquals("yes", pod.getSpec().getNodeSelector().get("team"));
        assertTrue(
                everyTermHas(pod, "team-node"),
                () -> "affinity: " + pod.getSpec().getAffinity());
        assertEquals("spark-" + role, pod.getSpec().getServiceAccountName());
        assertEquals(
                List.of("Always"),
                pod.getSpec().getInitContainers().stream()
                        .filter(one -> one.getName().equals("log-shipper"))
                        .map(Container::getRestartPolicy)
                        .toList());
        assertNotNull(pod.getMetadata().getAnnotations().get("spark-usher.io/applied"));
    }

    private static void assertOperatorTookEffect(Pod pod, String role) {
        Container container = sparkContainer(pod);
        assertTrue(container.getEnv().stream().anyMatch(one -> "OPERATORS".equals(one.getName())), "variable");
        assertEquals(1, container.getEnvFrom().size());
        assertTrue(
                container.getVolumeMounts().stream().anyMatch(one -> "/operators".equals(one.getMountPath())), "mount");
        assertTrue(container.getPorts().stream().anyMatch(one -> one.getContainerPort() == 9999), "port");
        assertTrue(pod.getSpec().getVolumes().stream().anyMatch(one -> "operators".equals(one.getName())), "volume");
        assertTrue(
                pod.getSpec().getTolerations().stream().anyMatch(one -> "operators".equals(one.getKey())),
                "toleration");
        assertTrue(pod.getSpec().getHostAliases().stream().anyMatch(one -> "192.0.2.7".equals(one.getIp())), "alias");
        assertTrue(
                pod.getSpec().getContainers().stream().anyMatch(one -> "operators".equals(one.getName())), "sidecar");
        assertEquals("none", pod.getSpec().getNodeSelector().get("operators"));
        assertTrue(
                everyTermHas(pod, "operators"),
                () -> "affinity: " + pod.getSpec().getAffinity());
        assertEquals(
                role.equals("driver") ? List.of("application") : List.of(),
                pod.getMetadata().getOwnerReferences().stream()
                        .map(one -> one.getName())
                        .toList());
    }

    private static boolean everyTermHas(Pod pod, String key) {
        return pod
                .getSpec()
                .getAffinity()
                .getNodeAffinity()
                .getRequiredDuringSchedulingIgnoredDuringExecution()
                .getNodeSelectorTerms()
                .stream()
                .allMatch(term -> term.getMatchExpressions().stream().anyMatch(one -> key.equals(one.getKey())));
    }

    private static Container sparkContainer(Pod pod) {
        return pod.getSpec().getContainers().get(0);
    }

    private static Pod create(TeamNamespace team, Pod pod) {
        return team.client().resource(pod).inNamespace(team.name()).create();
    }

    // What Spark makes, in short; nothing of it runs.
    private static Pod pod(SparkSubmit spark, String role, String labels) {
        return Serialization.unmarshal(
                """
                apiVersion: v1
                kind: Pod
                metadata:
                  generateName: ROLE-
                  labels:
                    {spark-role: ROLE, spark-app-selector: spark-1, spark-app-name: etl, spark-version: VERSION,
                     spark-exec-id: "1", LABELS}
                spec:
                  restartPolicy: Never
                  schedulerName: nobody
                  containers:
                    - name: spark-kubernetes-ROLE
                      image: IMAGE
                      args: [ROLE]
                      env: [{name: SPARK_APPLICATION_ID, value: spark-1}, {name: GRADE, value: the pod's}]
                """.replace("ROLE", role)
                        .replace("IMAGE", spark.image())
                        .replace("VERSION", spark.version())
                        .replace("LABELS", labels),
                Pod.class);
    }

    private static final String LAUNCHED_BY_OPERATOR =
            "sparkoperator.k8s.io/app-name: etl, " + OperatorsWebhook.LABEL + ": \"true\"";

    private static final String GIVEN_BY_BOTH = """
            volumes: [{name: scratch, emptyDir: {}}]
            tolerations: [{key: team, operator: Equal, value: data, effect: NoSchedule}]
            hostAliases: [{ip: 192.0.2.8, hostnames: [team.example.com]}]
            container:
              volumeMounts: [{name: scratch, mountPath: /scratch}]
              env: [{name: TEAM, value: data}]
              ports: [{name: team, containerPort: 8888, protocol: TCP}]
            """;

    private static final String POLICIES = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: application}
            ---
            apiVersion: spark-usher.io/v1alpha1
            kind: SparkPodPolicy
            metadata: {name: team}
            spec:
              common:
                volumes: [{name: scratch, emptyDir: {}}]
                volumeMounts: [{name: scratch, mountPath: /scratch}]
                env: [{name: TEAM, value: data}, {name: GRADE, value: the policy's}]
                ports: [{name: team, containerPort: 8888, protocol: TCP}]
                hostAliases: [{ip: 192.0.2.8, hostnames: [team.example.com]}]
                tolerations: [{key: team, operator: Equal, value: data, effect: NoSchedule}]
                nodeSelector: {team: "yes"}
                affinity:
                  nodeAffinity:
                    requiredDuringSchedulingIgnoredDuringExecution:
                      nodeSelectorTerms:
                        - matchExpressions: [{key: team-node, operator: Exists}]
                sidecars: [{name: log-shipper, image: "localhost/log-shipper:1"}]
              driver:
                serviceAccount: {name: spark-driver, provision: true}
              executor:
                serviceAccount: {name: spark-executor, provision: true, automountToken: false}
            """;
}
