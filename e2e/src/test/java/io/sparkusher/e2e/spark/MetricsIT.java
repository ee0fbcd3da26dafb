package io.sparkusher.e2e.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.Pod;
import io.sparkusher.e2e.SparkSubmit;
import io.sparkusher.e2e.node.NodeCluster;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

@Scenario(number = 5, title = "Figures of drivers and executors, read by a Prometheus")
class MetricsIT {
    private static final int SLICES = 2;

    /** Until the test has seen what it came for. */
    private static final String FINISH = "/tmp/finish";

    private final NodeCluster cluster;

    MetricsIT(NodeCluster cluster) {
        this.cluster = cluster;
    }

    @NewestSpark
    void theJmxAgentTellsOfEveryJvmAndLeavesItsOptionsAndOtherJvmsAlone(SparkSubmit spark, TeamNamespace team) {
        Prometheus.assumeThere();
        JmxAgentImage image = JmxAgentImage.assumeThere();
        cluster.node().load(image.archive());
        team.apply(JMX_AGENT.replace("IMAGE", image.name()));

        SparkJob job = team.job(spark, "jmx")
                .conf("spark.driver.extraJavaOptions", "-XX:TieredStopAtLevel=1 -Duser.says=hello")
                .conf("spark.executor.extraJavaOptions", "-XX:TieredStopAtLevel=1 -Duser.says=hello")
                .conf("spark.kubernetes.driverEnv.JAVA_TOOL_OPTIONS", "-Dimage.says=hello")
                .conf("spark.executorEnv.JAVA_TOOL_OPTIONS", "-Dimage.says=hello")
                .conf("spark.kubernetes.driverEnv.SPARK_SUBMIT_OPTS", "-Dsubmitter.says=hello")
                .witnessing(
                        SLICES,
                        0,
                        "property:user.says",
                        "property:image.says",
                        "property:submitter.says",
                        "await:" + FINISH);
        FinishedJob finished = finishedOnceSeen(job, "spark-pods.yaml", (prometheus, pods) -> {
            prometheus.awaitSeries("jvm_memory_used_bytes", "pod", pods);
            prometheus.awaitSeries("jvm_memory_used_bytes", "spark_role", Set.of("driver", "executor"));
            prometheus.awaitSeries("spark_BlockManager_memory_maxMem_MB", "spark_role", Set.of("driver"));
            prometheus.awaitSeries("spark_executor_threadpool_activeTasks", "spark_exec_id", Set.of("1", "2"));
            pods.forEach(pod -> assertOtherJvmsRun(team, pod));
        });

        finished.assertSummedUpTo(SLICES);
        for (String property : List.of("property:user.says", "property:image.says")) {
            assertEquals("hello", finished.foundByDriver(property));
            assertEquals("hello", finished.foundByExecutors(property));
        }
        assertEquals("hello", finished.foundByDriver("property:submitter.says"));
    }

    // They are started with the variables of the container, where the port is taken.
    private static void assertOtherJvmsRun(TeamNamespace team, String pod) {
        String version = team.kubectl("exec", pod, "--", "java", "-version");
        assertTrue(version.contains("Picked up JAVA_TOOL_OPTIONS: -Dimage.says=hello"), version);
        String properties = team.kubectl("exec", pod, "--", "jcmd", "org.apache.spark", "VM.system_properties");
        assertTrue(properties.contains("user.says=hello"), properties);
    }

    @NewestSpark
    void sparksOwnServletTellsOfTheDriverAndByItOfItsExecutors(SparkSubmit spark, TeamNamespace team) {
        Prometheus.assumeThere();
        team.apply(SERVLET);

        SparkJob job = team.job(spark, "servlet").witnessing(SLICES, 0, "await:" + FINISH);
        FinishedJob finished = finishedOnceSeen(job, "spark-drivers.yaml", (prometheus, pods) -> {
            prometheus.awaitSeries("metrics_executor_memoryUsed_bytes", "executor_id", Set.of("driver", "1", "2"));
            prometheus.awaitSeries(
                    "metrics_.*_driver_BlockManager_memory_maxMem_MB_Value", "spark_app_name", Set.of("servlet"));
        });

        finished.assertSummedUpTo(SLICES);
    }

    private interface Seeing {
        void see(Prometheus prometheus, Set<String> pods);
    }

    private FinishedJob finishedOnceSeen(SparkJob job, String podMonitors, Seeing seeing) {
        try (Prometheus prometheus = Prometheus.reading(cluster, job.team(), podMonitors);
                Submission submission = job.submit()) {
            Set<String> pods = new TreeSet<>();
            pods.add(submission.awaitRunningDriver().getMetadata().getName());
            job.team()
                    .pods()
                    .awaitExecutors(job.application(), MetricsIT::bothRun)
                    .forEach(pod -> pods.add(pod.getMetadata().getName()));
            seeing.see(prometheus, pods);
            pods.forEach(pod -> job.team().kubectl("exec", pod, "--", "touch", FINISH));
            return submission.awaitSuccess();
        }
    }

    private static boolean bothRun(List<Pod> executors) {
        return executors.stream()
                        .filter(pod -> pod.getStatus().getPhase().equals("Running"))
                        .count()
                == 2;
    }

    private static final String JMX_AGENT = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: jmx-agent}
            data:
              config.yaml: |
                includeObjectNames: ["metrics:*"]
                rules:
                  - pattern: 'metrics<name=[^.]+\\.(?:driver|\\d+)\\.(.+), type=gauges><>Value'
                    name: spark_$1
            ---
            apiVersion: spark-usher.io/v1alpha1
            kind: SparkPodPolicy
            metadata: {name: metrics}
            spec:
              common:
                metrics:
                  type: JmxAgent
                  jmxAgent: {image: "IMAGE", configMap: {name: jmx-agent, key: config.yaml}}
              driver:
                sparkConf:
                  - {name: spark.metrics.conf.*.sink.jmx.class, value: org.apache.spark.metrics.sink.JmxSink}
            """;

    private static final String SERVLET = """
            apiVersion: spark-usher.io/v1alpha1
            kind: SparkPodPolicy
            metadata: {name: metrics}
            spec:
              driver:
                metrics: {type: Servlet}
            """;
}
