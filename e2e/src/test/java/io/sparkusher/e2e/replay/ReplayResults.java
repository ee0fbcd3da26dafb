package io.sparkusher.e2e.replay;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the replays came to.
 *
 * @param operations of an executor's patch
 * @param idle Spark Usher's memory before
 * @param after its memory afterwards
 */
record ReplayResults(
        Setting setting, ReplaySettings size, int operations, List<Block> blocks, Memory idle, Memory after) {
    private static final double FIVE_MILLISECONDS = 0.005;
    private static final double NEARLY_ALL = 0.99;
    private static final int PERCENT = 100;
    private static final int MILLISECONDS = 1000;

    /** Calls of the webhook for every pod that was created. */
    double callsPerPod() {
        return usher().reviews() / created(Mutator.USHER);
    }

    private MeasuredUsher usher() {
        return of(Mutator.USHER).map(Block::usher).reduce(MeasuredUsher.NOTHING, MeasuredUsher::and);
    }

    private int created(Mutator mutator) {
        return of(mutator).mapToInt(block -> block.tally().created()).sum();
    }

    private Figures perSecond(Mutator mutator) {
        return new Figures(
                of(mutator).map(block -> block.tally().createdPerSecond()).toList());
    }

    /** Spark Usher's rate in parts of another's, round by round. */
    private Figures ratioTo(Mutator other) {
        List<Double> usher = perSecond(Mutator.USHER).rounds();
        List<Double> others = perSecond(other).rounds();
        return new Figures(IntStream.range(0, usher.size())
                .mapToObj(round -> usher.get(round) / others.get(round))
                .toList());
    }

    private Stream<Block> of(Mutator mutator) {
        return blocks.stream().filter(block -> block.mutator() == mutator);
    }

    /** As Markdown. */
    String text() {
        return String.format(
                Locale.ROOT,
                """
                %s

                With each of the following, %,d drivers and %,d executors in three namespaces were created as fast as the API server
                took them, in %d rounds of all; each time on a cluster without pods and with %,d nodes of kwok, to which the scheduler
                bound them meanwhile. Behind a median stand its rounds.

                | Who changes pods | Created | Per second |
                |---|---|---|
                %s

                No pod was refused, and every pod was changed that should have been; an executor's patch has %d operations.

                | What | Measured | Target |
                |---|---|---|
                | Pods per second with Spark Usher, of those with a fixed patch | %s | at least 0.95 |
                | and of those with nobody | %s | |
                | Calls of the webhook for a created pod | %.3f | |
                | Spark Usher's own time, 99 %% of reviews | at most %s, and %.2f %% at most 5 ms | under 5 ms |
                | Garbage collections meanwhile | %.0f, %.0f ms in all | |
                | Memory (RSS), idle | %s | under 120 MiB |
                | Memory (RSS) after the replay | %s | under 160 MiB |
                """,
                setting.text(),
                created(Mutator.USHER) / Application.PODS,
                created(Mutator.USHER) / Application.PODS * Application.EXECUTORS,
                size.rounds(),
                size.nodes(),
                rows(),
                operations,
                ratioTo(Mutator.FLOOR).text("%.3f"),
                ratioTo(Mutator.NONE).text("%.3f"),
                callsPerPod(),
                milliseconds(usher().took().boundOf(NEARLY_ALL)),
                PERCENT * usher().took().shareWithin(FIVE_MILLISECONDS),
                usher().collections(),
                usher().collectionSeconds() * MILLISECONDS,
                idle.text(),
                after.text());
    }

    private String rows() {
        return blocks.stream()
                .map(Block::mutator)
                .distinct()
                .sorted()
                .map(mutator -> String.format(
                        Locale.ROOT,
                        "| %s | %,d | %s |",
                        mutator.title(),
                        created(mutator),
                        perSecond(mutator).text("%.0f")))
                .collect(Collectors.joining("\n"));
    }

    private static String milliseconds(double seconds) {
        return Double.isInfinite(seconds)
                ? "more than the histogram tells"
                : String.format(Locale.ROOT, "%.1f ms", seconds * MILLISECONDS);
    }
}
