package io.sparkusher.load.bench;

import java.util.Arrays;

/** The middle of some numbers. */
final class Medians {
    private Medians() {}

    /** Of an even number of them the mean of the two in the middle. */
    static double of(double... numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
