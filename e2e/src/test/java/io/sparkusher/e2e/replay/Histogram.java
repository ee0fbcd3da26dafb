package io.sparkusher.e2e.replay;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long things took, by bounds in seconds.
 *
 * @param counts how many took no longer than the bound; the last bound is infinite
 */
record Histogram(SortedMap<Double, Double> counts) {
    static final Histogram EMPTY = new Histogram(new TreeMap<>());

    /** What came to it since the other one, which was read before. */
    Histogram since(Histogram before) {
        TreeMap<Double, Double> difference = new TreeMap<>(counts);
        before.counts.forEach((bound, count) -> difference.merge(bound, -count, Double::sum));
        return new Histogram(difference);
    }

    Histogram and(Histogram other) {
        TreeMap<Double, Double> sum = new TreeMap<>(counts);
        other.counts.forEach((bound, count) -> sum.merge(bound, count, Double::sum));
        return new Histogram(sum);
    }

    double count() {
        return counts.getOrDefault(Double.POSITIVE_INFINITY, 0.0);
    }

    /** The share that took no longer than a bound, which must be one of the histogram's. */
    double shareWithin(double bound) {
        Double within = counts.get(bound);
        if (within == null) {
            throw new IllegalArgumentException("There is no bound " + bound + " among " + counts.keySet());
        }
        return within / count();
    }

    /** The lowest bound that so large a share kept: the quantile itself is somewhere below. */
    double boundOf(double share) {
        return counts.entrySet().stream()
                .filter(bucket -> bucket.getValue() >= share * count())
                .mapToDouble(Map.Entry::getKey)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }
}
