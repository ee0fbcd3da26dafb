package io.sparkusher.e2e.replay;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The same thing measured in several rounds.
 *
 * @param rounds in their order
 */
record Figures(List<Double> rounds) {
    /** The middle one, or between the two in the middle. */
    double median() {
        List<Double> sorted = rounds.stream().sorted().toList();
        int size = sorted.size();
        return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
    }

    /** The median, and behind it every round. */
    String text(String format) {
        return one(format, median())
                + rounds.stream().map(figure -> one(format, figure)).collect(Collectors.joining(", ", " (", ")"));
    }

    private static String one(String format, double figure) {
        return String.format(Locale.ROOT, format, figure);
    }
}
