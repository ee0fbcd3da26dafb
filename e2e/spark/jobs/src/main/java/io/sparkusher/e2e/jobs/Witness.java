package io.sparkusher.e2e.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * A Spark application that says what its driver and its executors find around them, and works out a sum that is known:
 * {@code Witness SLICES SECONDS PROBE...}. Each slice takes at least so many seconds; what a probe is, {@link Probe}
 * says. Lines of its output are {@code WITNESS WHO PROBE VALUE}, parted by tabs, and {@code ANSWER SUM}.
 */
public final class Witness {
    private Witness() {}

    public static void main(String[] arguments) {
        int slices = Integer.parseInt(arguments[0]);
        long millis = (long) (Double.parseDouble(arguments[1]) * 1000);
        List<String> probes = List.copyOf(List.of(arguments).subList(2, arguments.length));
        try (JavaSparkContext context = new JavaSparkContext(new SparkConf())) {
            testify("driver", probes).forEach(System.out::println);
            List<Integer> numbers = IntStream.rangeClosed(1, slices).boxed().toList();
            List<Testimony> said = context.parallelize(new ArrayList<>(numbers), slices)
                    .map(number -> {
                        Thread.sleep(millis);
                        return new Testimony(
                                number, testify("executor-" + SparkEnv.get().executorId(), probes));
                    })
                    .collect();
            said.stream().flatMap(one -> one.lines().stream()).distinct().sorted().forEach(System.out::println);
            System.out.println("ANSWER\t" + said.stream().mapToInt(Testimony::number).sum());
        }
    }

    /** What a process finds, a line for each probe. */
    static List<String> testify(String who, List<String> probes) {
        return new ArrayList<>(probes.stream()
                .map(probe -> String.join("\t", "WITNESS", who, probe, Probe.parse(probe).look(who)))
                .toList());
    }
}
