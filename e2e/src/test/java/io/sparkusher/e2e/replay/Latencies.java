package io.sparkusher.e2e.replay;

import java.util.Collection;
import java.util.List;

/**
 * How long answers took.
 *
 * @param milliseconds the shortest first
 */
record Latencies(List<Double> milliseconds) {
    static Latencies of(Collection<Double> milliseconds) {
        return new Latencies(milliseconds.stream().sorted().toList());
    }

    /** All of them together. */
    static Latencies together(Collection<Latencies> parts) {
        return of(parts.stream().flatMap(part -> part.milliseconds.stream()).toList());
    }

    /** What so large a share did not exceed. */
    double quantile(double share) {
        return milliseconds.get((int) Math.ceil(share * milliseconds.size()) - 1);
    }
}
