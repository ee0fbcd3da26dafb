package io.sparkusher.webhook.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.Main;

/** Measures, and compares with the baseline or writes it anew. */
final class BenchmarkCommand {
    private static final Path BASELINE = Path.of("src", "benchmark", "baseline.json");
    private static final Path RESULTS = Path.of("target", "benchmarks.json");

    private BenchmarkCommand() {}

    /**
     * Fails where something allocates more than the baseline says.
     *
     * @param arguments {@code compare} or {@code write}, and what JMH is to be told besides
     */
    public static void main(String[] arguments) throws IOException {
        measure(Arrays.asList(arguments).subList(1, arguments.length));
        Baseline now = new Baseline(Machine.describe(), JmhResults.read(RESULTS));
        Comparison comparison = new Comparison(Baseline.read(BASELINE), now);
        System.out.println(comparison.table());
        if (arguments[0].equals("write")) {
            comparison.once().with(now).write(BASELINE);
        } else if (!comparison.grown().isEmpty()) {
            System.out.println("More than 5 % more bytes than the baseline says: " + comparison.grown());
            System.exit(1);
        }
    }

    private static void measure(List<String> more) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("-prof", "gc", "-rf", "json", "-rff", RESULTS.toString(), "-foe", "true"));
        arguments.addAll(more);
        Main.main(arguments.toArray(String[]::new));
    }
}
