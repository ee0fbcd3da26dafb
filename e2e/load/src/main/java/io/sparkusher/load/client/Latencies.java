package io.sparkusher.load.client;

import java.time.Duration;
import java.util.Arrays;

/** How long requests took, in the order in which they were answered. */
public final class Latencies {
    private final long[] nanos;
    private final long[] sorted;

    private Latencies(long[] nanos) {
        this.nanos = nanos;
        sorted = nanos.clone();
        Arrays.sort(sorted);
    }

    /** Copies the numbers. */
    public static Latencies ofNanos(long... nanos) {
        return new Latencies(nanos.clone());
    }

    public int count() {
        return nanos.length;
    }

    /** The first so many, or all where there are fewer. */
    public Latencies first(int count) {
        return new Latencies(Arrays.copyOf(nanos, Math.min(count, nanos.length)));
    }

    /** Those after the first so many. */
    public Latencies after(int count) {
        return new Latencies(Arrays.copyOfRange(nanos, Math.min(count, nanos.length), nanos.length));
    }

    /**
     * The shortest time within which that share of the requests was answered; zero where there were none.
     *
     * @param share from 0 to 1: 0.5 for the median, 1 for the longest
     */
    public Duration quantile(double share) {
        if (sorted.length == 0) {
            return Duration.ZERO;
        }
        int rank = (int) Math.ceil(share * sorted.length);
        return Duration.ofNanos(sorted[Math.max(rank, 1) - 1]);
    }

    /** One quantile as a multiple of another. */
    public double ratio(double share, double other) {
        return (double) quantile(share).toNanos() / quantile(other).toNanos();
    }
}
