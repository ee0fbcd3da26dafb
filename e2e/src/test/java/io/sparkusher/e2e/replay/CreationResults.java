package io.sparkusher.e2e.replay;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How long the creation of a pod took.
 *
 * @param operations of the patch
 * @param rounds of each mutator, in their order
 */
record CreationResults(Setting setting, int perSecond, int operations, Map<Mutator, List<Latencies>> rounds) {
    private static final double MEDIAN = 0.5;
    private static final double NEARLY_ALL = 0.99;

    /** As Markdown. */
    String text() {
        return String.format(
                Locale.ROOT,
                """
                %s

                An executor was created by dry-run %d times a second, whatever became of those before, in rounds of all in turn. A time
                counts from when the request was due until the API server's answer was there. The patch has %d operations.

                | Who changes the pod | Pods | p50 | p99 |
                |---|---|---|---|
                %s

                | Difference of the medians, round by round | Measured | Target |
                |---|---|---|
                | Spark Usher and a fixed patch | %s | under 0.5 ms |
                | Spark Usher and the MutatingAdmissionPolicy that does the same | %s | below 0 |
                | Spark Usher and nobody | %s | |
                """,
                setting.text(),
                perSecond,
                operations,
                rows(),
                differenceTo(Mutator.FLOOR).text("%+.2f ms"),
                differenceTo(Mutator.POLICY).text("%+.2f ms"),
                differenceTo(Mutator.NONE).text("%+.2f ms"));
    }

    private String rows() {
        return rounds.entrySet().stream()
                .map(entry -> row(entry.getKey(), Latencies.together(entry.getValue())))
                .collect(Collectors.joining("\n"));
    }

    private static String row(Mutator mutator, Latencies all) {
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %.2f ms | %.2f ms |",
                mutator.title(),
                all.milliseconds().size(),
                all.quantile(MEDIAN),
                all.quantile(NEARLY_ALL));
    }

    private Figures differenceTo(Mutator other) {
        List<Latencies> usher = of(Mutator.USHER);
        List<Latencies> others = of(other);
        return new Figures(IntStream.range(0, usher.size())
                .mapToObj(round ->
                        usher.get(round).quantile(MEDIAN) - others.get(round).quantile(MEDIAN))
                .toList());
    }

    private List<Latencies> of(Mutator mutator) {
        return rounds.getOrDefault(mutator, List.of());
    }
}
