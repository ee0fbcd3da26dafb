package io.sparkusher.e2e.jobs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * A Spark application that keeps its executors busy until a file appears in its driver's container:
 * {@code UntilTold FILE}. Each round sums up the same four numbers; the last line of its output is {@code ANSWER SUM},
 * the sum of the last round.
 */
public final class UntilTold {
    private static final List<Integer> NUMBERS = List.of(1, 2, 3, 4);
    private static final long MILLIS_EACH = 300;

    private UntilTold() {}

    public static void main(String[] arguments) {
        Path file = Path.of(arguments[0]);
        try (JavaSparkContext context = new JavaSparkContext(new SparkConf())) {
            int sum = round(context);
            while (!Files.exists(file)) {
                sum = round(context);
            }
            System.out.println("ANSWER\t" + sum);
        }
    }

    private static int round(JavaSparkContext context) {
        return context.parallelize(NUMBERS, NUMBERS.size())
                .map(number -> {
                    Thread.sleep(MILLIS_EACH);
                    return number;
                })
                .reduce(Integer::sum);
    }
}
