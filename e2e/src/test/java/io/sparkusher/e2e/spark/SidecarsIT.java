package io.sparkusher.e2e.spark;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import io.sparkusher.e2e.SparkSubmit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

@Scenario(number = 6, title = "Sidecars")
class SidecarsIT {
    private static final int SLICES = 8;
    private static final Set<String> COMMON = Set.of("log-shipper", "never-ends");
    private static final Set<String> EXECUTORS = Set.of("log-shipper", "never-ends", "fails");
    private static final Duration TO_BE_TOLD = Duration.ofMinutes(1);

    @NewestSpark
    void aSidecarReadsTheJobsLogAndEndsWithTheDriverAndOneThatFailsHarmsNobody(SparkSubmit spark, TeamNamespace team) {
        team.apply(POLICY.replace("IMAGE", spark.image()));

        FinishedJob job = team.job(spark, "sidecars")
                .conf("spark.kubernetes.executor.deleteOnTermination", "false")
                .witnessing(SLICES, 1)
                .run();

        job.assertSummedUpTo(SLICES);
        assertEquals(2, job.executors().size(), "no executor was lost");
        assertHasNativeSidecars(job.driver(), COMMON);
        job.executors().forEach(executor -> assertHasNativeSidecars(executor, EXECUTORS));
        assertTrue(shipped(team, job.driver()).contains("Submitted application: sidecars"));
        job.executors().forEach(executor -> assertTrue(shipped(team, executor).contains("Starting executor ID")));
        COMMON.forEach(sidecar -> assertEnded(job.driver(), sidecar));
        job.executors().forEach(SidecarsIT::assertFailingSidecarHasFailed);
    }

    @NewestSpark
    void aSidecarWhoseImageCannotBePulledIsToldByThePodsStatusAndAnEventWithinAMinute(
            SparkSubmit spark, TeamNamespace team) {
        team.apply(UNPULLABLE);

        try (Submission submission =
                team.job(spark, "unpullable").witnessing(1, 0).submit()) {
            Pod driver =
                    team.pods().awaitDriver(submission.job().application(), pod -> cannotBePulled(pod, "unpullable"));

            assertEquals("Pending", driver.getStatus().getPhase());
            Event event = await("an event about the image")
                    .atMost(TO_BE_TOLD)
                    .until(() -> failure(team, driver), Optional::isPresent)
                    .orElseThrow();
            assertEquals(
                    "spec.initContainers{unpullable}", event.getInvolvedObject().getFieldPath());
            assertTrue(event.getMessage().contains("localhost/nowhere/unpullable:1"), event.getMessage());
            Instant seen = Instant.parse(driver.getStatus().getStartTime());
            Instant told = Instant.parse(event.getFirstTimestamp());
            assertTrue(Duration.between(seen, told).compareTo(TO_BE_TOLD) < 0, () -> seen + " to " + told);
            String stamp = driver.getMetadata().getAnnotations().getOrDefault("spark-usher.io/applied", "");
            assertTrue(stamp.contains("SparkPodPolicy/" + team.name() + "/unpullable"), stamp);
        }
    }

    private static void assertHasNativeSidecars(Pod pod, Set<String> sidecars) {
        assertEquals(
                sidecars,
                pod.getSpec().getInitContainers().stream()
                        .filter(container -> "Always".equals(container.getRestartPolicy()))
                        .map(Container::getName)
                        .collect(Collectors.toSet()));
        assertEquals(
                1, pod.getSpec().getContainers().size(), () -> pod.getMetadata().getName());
    }

    private static String shipped(TeamNamespace team, Pod pod) {
        return team.client()
                .pods()
                .inNamespace(team.name())
                .withName(pod.getMetadata().getName())
                .inContainer("log-shipper")
                .getLog();
    }

    private static void assertEnded(Pod pod, String sidecar) {
        assertTrue(status(pod, sidecar).getState().getRunning() == null, () -> sidecar + " still runs");
    }

    private static void assertFailingSidecarHasFailed(Pod executor) {
        ContainerStatus status = status(executor, "fails");
        assertTrue(status.getRestartCount() > 0, () -> "restarts of " + status);
        assertFalse(
                executor.getStatus().getPhase().equals("Failed"),
                () -> executor.getMetadata().getName());
    }

    private static ContainerStatus status(Pod pod, String sidecar) {
        return pod.getStatus().getInitContainerStatuses().stream()
                .filter(status -> status.getName().equals(sidecar))
                .findFirst()
                .orElseThrow();
    }

    private static boolean cannotBePulled(Pod pod, String sidecar) {
        return pod.getStatus().getInitContainerStatuses().stream()
                .filter(status -> status.getName().equals(sidecar))
                .map(status -> status.getState().getWaiting())
                .anyMatch(waiting -> waiting != null
                        && List.of("ErrImagePull", "ImagePullBackOff").contains(waiting.getReason()));
    }

    private static Optional<Event> failure(TeamNamespace team, Pod pod) {
        return team.client().v1().events().inNamespace(team.name()).list().getItems().stream()
                .filter(event -> "Failed".equals(event.getReason()))
                .filter(event -> pod.getMetadata()
                        .getName()
                        .equals(event.getInvolvedObject().getName()))
                .filter(event -> event.getMessage().contains("pull"))
                .findFirst();
    }

    // Spark writes its log into a file of the volume, besides its usual place; one sidecar reads it, one has to be
    // killed, and one of the executors dies again and again. A driver is not ready while a sidecar of it is down, and
    // executors do not find a driver that is not ready.
    private static final String POLICY = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: logging}
            data:
              log4j2.properties: |
                appender.file.type = File
                appender.file.name = file
                appender.file.fileName = /var/log/spark/spark.log
                appender.file.layout.type = PatternLayout
                appender.file.layout.pattern = %p %c{1}: %m%n
                appender.console.type = Console
                appender.console.name = console
                appender.console.target = SYSTEM_ERR
                appender.console.layout.type = PatternLayout
                appender.console.layout.pattern = %p %c{1}: %m%n
                rootLogger.level = info
                rootLogger.appenderRef.file.ref = file
                rootLogger.appenderRef.console.ref = console
            ---
            apiVersion: spark-usher.io/v1alpha1
            kind: SparkPodPolicy
            metadata: {name: sidecars}
            spec:
              common:
                terminationGracePeriodSeconds: 3
                configMaps: [{name: logging, mountPath: /etc/spark-logging}]
                env: [{name: JAVA_TOOL_OPTIONS, value: "-Dlog4j2.configurationFile=/etc/spark-logging/log4j2.properties"}]
                volumes: [{name: spark-logs, emptyDir: {}}]
                volumeMounts: [{name: spark-logs, mountPath: /var/log/spark}]
                sidecars:
                  - name: log-shipper
                    image: IMAGE
                    command: [bash, -c, 'trap "exit 0" TERM; tail -n +1 -F /var/log/spark/spark.log & wait']
                    volumeMounts: [{name: spark-logs, mountPath: /var/log/spark, readOnly: true}]
                  - name: never-ends
                    image: IMAGE
                    command: [bash, -c, 'trap "" TERM; while true; do sleep 1; done']
              executor:
                sidecars:
                  - name: fails
                    image: IMAGE
                    command: [bash, -c, 'until grep -q "Starting executor" /var/log/spark/spark.log; do sleep 1; done; exit 3']
                    volumeMounts: [{name: spark-logs, mountPath: /var/log/spark, readOnly: true}]
            """;

    private static final String UNPULLABLE = """
            apiVersion: spark-usher.io/v1alpha1
            kind: SparkPodPolicy
            metadata: {name: unpullable}
            spec:
              common:
                sidecars: [{name: unpullable, image: "localhost/nowhere/unpullable:1"}]
            """;
}
