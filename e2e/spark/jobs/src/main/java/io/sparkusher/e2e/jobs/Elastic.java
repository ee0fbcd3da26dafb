package io.sparkusher.e2e.jobs;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.resource.ExecutorResourceRequests;
import org.apache.spark.resource.ResourceProfile;
import org.apache.spark.resource.ResourceProfileBuilder;
import org.apache.spark.resource.TaskResourceRequests;

/**
 * A Spark application for dynamic allocation: {@code Elastic EXECUTORS PROBE...}. It has work to do until so many
 * executors have taken part in it, then some for executors of another resource profile, and then none until no executor
 * is left. Its lines are those of {@link Witness}, with {@code WORKED PHASE EXECUTOR} for each executor of a phase.
 */
public final class Elastic {
    private static final List<Integer> NUMBERS = List.of(1, 2, 3, 4);
    private static final long MILLIS_EACH = 1000;

    private Elastic() {}

    public static void main(String[] arguments) throws InterruptedException {
        int enough = Integer.parseInt(arguments[0]);
        List<String> probes = List.copyOf(List.of(arguments).subList(1, arguments.length));
        try (JavaSparkContext context = new JavaSparkContext(new SparkConf())) {
            Set<String> seen = new HashSet<>();
            while (workers(seen) < enough) {
                tell(work(context.parallelize(NUMBERS, NUMBERS.size()), "plain", probes), seen);
            }
            tell(work(context.parallelize(NUMBERS, NUMBERS.size()).withResources(larger()), "larger", probes), seen);
            // The driver counts as one.
            while (context.sc().statusTracker().getExecutorInfos().length > 1) {
                Thread.sleep(MILLIS_EACH);
            }
            System.out.println("LEFT\t0");
        }
    }

    /** At once, as whoever reads it takes executors away by it. */
    private static void tell(List<String> lines, Set<String> seen) {
        lines.stream().filter(seen::add).forEach(System.out::println);
    }

    private static long workers(Set<String> seen) {
        return seen.stream().filter(line -> line.startsWith("WORKED")).count();
    }

    private static ResourceProfile larger() {
        return new ResourceProfileBuilder()
                .require(new ExecutorResourceRequests().cores(1).memory("600m"))
                .require(new TaskResourceRequests().cpus(1))
                .build();
    }

    private static List<String> work(JavaRDD<Integer> numbers, String phase, List<String> probes) {
        return numbers.flatMap(number -> {
                    Thread.sleep(MILLIS_EACH);
                    String executor = SparkEnv.get().executorId();
                    List<String> lines = Witness.testify("executor-" + executor, probes);
                    lines.add(String.join("\t", "WORKED", phase, executor));
                    return lines.iterator();
                })
                .collect();
    }
}
