package io.sparkusher.e2e.spark;

import io.sparkusher.e2e.ChildProcess;
import io.sparkusher.e2e.SparkSubmit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A job to be submitted by plain spark-submit in cluster mode.
 *
 * @param options options of spark-submit besides {@code --conf}
 * @param job the primary resource and what comes after it
 */
record SparkJob(
        TeamNamespace team,
        SparkSubmit spark,
        String application,
        Map<String, String> conf,
        List<String> options,
        List<String> job) {
    /** A job takes well under a minute on a machine that has nothing else to do. */
    static final Duration TO_FINISH = Duration.ofMinutes(5);

    private static final String JAR = "local:///opt/spark/jars/spark-usher-jobs.jar";

    // What a user says on a small machine, and nothing that concerns Spark Usher.
    private static final Map<String, String> SMALL = Map.of(
            "spark.kubernetes.container.image.pullPolicy", "IfNotPresent",
            "spark.kubernetes.driver.request.cores", "100m",
            "spark.kubernetes.executor.request.cores", "100m",
            "spark.driver.memory", "512m",
            "spark.executor.memory", "512m",
            "spark.executor.instances", "2",
            "spark.scheduler.minRegisteredResourcesRatio", "1",
            "spark.scheduler.maxRegisteredResourcesWaitingTime", "180s",
            "spark.driver.extraJavaOptions", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
            "spark.executor.extraJavaOptions", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");

    static SparkJob plain(TeamNamespace team, SparkSubmit spark, String application) {
        return new SparkJob(team, spark, application, SMALL, List.of(), List.of());
    }

    SparkJob conf(String key, String value) {
        Map<String, String> more = new TreeMap<>(conf);
        more.put(key, value);
        return new SparkJob(team, spark, application, more, options, job);
    }

    SparkJob option(String... words) {
        List<String> more = new ArrayList<>(options);
        more.addAll(List.of(words));
        return new SparkJob(team, spark, application, conf, more, job);
    }

    /** One of the jobs of these tests, by the simple name of its class. */
    SparkJob running(String main, String... arguments) {
        List<String> words = new ArrayList<>(List.of(JAR));
        words.addAll(List.of(arguments));
        return new SparkJob(team, spark, application, conf, options, words)
                .option("--class", "io.sparkusher.e2e.jobs." + main);
    }

    /**
     * The job that looks at what is around it.
     *
     * @param slices how many numbers from 1 on it sums up, each as a task of its own
     * @param secondsEach how long each takes at least
     */
    SparkJob witnessing(int slices, double secondsEach, String... probes) {
        List<String> arguments = new ArrayList<>(List.of(Integer.toString(slices), Double.toString(secondsEach)));
        arguments.addAll(List.of(probes));
        return running("Witness", arguments.toArray(String[]::new));
    }

    /** The job that goes on until {@link Submission#tellToFinish}. */
    SparkJob untilTold() {
        return running("UntilTold", Submission.TOLD);
    }

    /** A job of some other kind: its primary resource and its arguments. */
    SparkJob of(String... words) {
        return new SparkJob(team, spark, application, conf, options, List.of(words));
    }

    /** Starts spark-submit, which ends when the job does. */
    Submission submit() {
        return new Submission(this, start("cluster"));
    }

    /**
     * Starts it with its driver on this machine, as a notebook does.
     *
     * @param address where pods reach this machine
     */
    ChildProcess startHere(String address) {
        return conf("spark.driver.host", address).start("client");
    }

    private ChildProcess start(String deployMode) {
        List<String> words = new ArrayList<>(List.of("--deploy-mode", deployMode));
        conf.forEach((key, value) -> words.addAll(List.of("--conf", key + "=" + value)));
        words.addAll(options);
        words.addAll(job);
        return spark.submit(team.client().getMasterUrl(), team.name(), application, words);
    }

    /** Submits it, and waits for its end, which must be a good one. */
    FinishedJob run() {
        try (Submission submission = submit()) {
            return submission.awaitSuccess();
        }
    }
}
