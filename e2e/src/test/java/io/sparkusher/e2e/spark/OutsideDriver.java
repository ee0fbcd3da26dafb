package io.sparkusher.e2e.spark;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.Pod;
import io.sparkusher.e2e.ChildProcess;
import io.sparkusher.e2e.WaitingDriver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A driver on this machine, in client mode, which asks for executor pods as long as it lives. On nodes that run nothing,
 * no executor ever answers it.
 */
record OutsideDriver(SparkJob job, ChildProcess process) implements AutoCloseable {
    // All at once, and nothing else that takes time here.
    private static final Map<String, String> CONF = Map.of(
            "spark.driver.host", "127.0.0.1",
            "spark.ui.enabled", "false",
            "spark.kubernetes.driver.connectionTimeout", "60000",
            "spark.kubernetes.driver.requestTimeout", "60000",
            "spark.kubernetes.allocation.batch.size", "100",
            "spark.scheduler.minRegisteredResourcesRatio", "0");

    static OutsideDriver start(SparkJob job, int executors) {
        SparkJob outside = job.conf("spark.executor.instances", Integer.toString(executors));
        List<String> words = new ArrayList<>(List.of("--deploy-mode", "client"));
        outside.conf().forEach((key, value) -> words.addAll(List.of("--conf", key + "=" + value)));
        CONF.forEach((key, value) -> words.addAll(List.of("--conf", key + "=" + value)));
        // Spark's name for a main class that is on the class path already.
        words.addAll(List.of("--class", WaitingDriver.class.getName(), "spark-internal"));
        TeamNamespace team = job.team();
        return new OutsideDriver(
                outside, job.spark().submit(team.client().getMasterUrl(), team.name(), job.application(), words));
    }

    /** Waits for so many of its executors to have a node, of all that it ever had; none comes once it has ended. */
    List<Pod> awaitPlaced(int count) {
        return job.team().pods().awaitExecutors(job.application(), pods -> {
            assertTrue(process.isAlive(), () -> "The driver has ended; its output is in " + process.log());
            return placed(pods).size() >= count;
        });
    }

    /** Those of them that have a node. */
    static List<Pod> placed(List<Pod> pods) {
        return pods.stream().filter(pod -> pod.getSpec().getNodeName() != null).toList();
    }

    /** Those of its executors that nobody has deleted. */
    List<Pod> living() {
        return job
                .team()
                .client()
                .pods()
                .inNamespace(job.team().name())
                .withLabel("spark-role", "executor")
                .list()
                .getItems()
                .stream()
                .filter(pod ->
                        job.application().equals(pod.getMetadata().getLabels().get("spark-app-name")))
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .toList();
    }

    /** Ends it without a word: asked to end, it would delete its executors one by one, and they go with the namespace. */
    @Override
    public void close() {
        process.kill();
    }
}
