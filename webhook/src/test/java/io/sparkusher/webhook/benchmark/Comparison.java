package io.sparkusher.webhook.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What operations cost now beside what they cost once. Bytes are counted, so that they can be too many; times are of a
 * machine and of what else it does, so that they are only told.
 */
record Comparison(Baseline once, Baseline now) {
    private static final double TOLERATED_GROWTH = 1.05;
    private static final String ROW = "%-45s | %12s | %12s | %5s | %13s | %13s | %5s%n";

    /** The names of those that allocate more than they did, by more than what differs from run to run. */
    List<String> grown() {
        return now.costs().entrySet().stream()
                .filter(entry -> hasGrown(entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean hasGrown(String name, Cost cost) {
        @Nullable Cost before = once.costs().get(name);
        return before != null && cost.bytes() > before.bytes() * TOLERATED_GROWTH;
    }

    String table() {
        String rows = now.costs().entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
        return "Baseline: %s%nNow: %s%n%n".formatted(once.machine(), now.machine())
                + ROW.formatted("", "bytes before", "now", "ratio", "CPU us before", "now", "ratio")
                + rows;
    }

    private String row(String name, Cost cost) {
        @Nullable Cost before = once.costs().get(name);
        if (before == null) {
            return ROW.formatted(name, "-", cost.bytes(), "-", "-", cost.microseconds(), "-");
        }
        return ROW.formatted(
                name,
                before.bytes(),
                cost.bytes(),
                ratio((double) before.bytes(), (double) cost.bytes()),
                before.microseconds(),
                cost.microseconds(),
                ratio(before.microseconds(), cost.microseconds()));
    }

    private static String ratio(double before, double now) {
        return String.format(Locale.ROOT, "%.2f", now / before);
    }
}
