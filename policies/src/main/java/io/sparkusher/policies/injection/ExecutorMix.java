package io.sparkusher.policies.injection;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Divides executors among pools by their numbers. The pools repeat in a cycle in which each has its share and is spread
 * as evenly as can be, so that any run of arrivals as long as the cycle is divided exactly.
 */
public final class ExecutorMix {
    private final @Nullable NodePool firstPool;
    private final int firstCount;
    private final List<NodePool> cycle;

    /** A pool's weight relative to the others', from 1. */
    public record Share(NodePool pool, int weight) {}

    /**
     * A mix.
     *
     * @param firstPool the pool of the executors 1 to {@code firstCount}, absent where there are none
     * @param shares at least one
     */
    public ExecutorMix(@Nullable NodePool firstPool, int firstCount, List<Share> shares) {
        this.firstPool = firstPool;
        this.firstCount = firstPool == null ? 0 : firstCount;
        this.cycle = cycle(shares);
    }

    /**
     * The pool of an executor.
     *
     * @param number from 1, as Spark counts
     */
    public NodePool poolOf(int number) {
        if (firstPool != null && number <= firstCount) {
            return firstPool;
        }
        return cycle.get(Math.floorMod(number - firstCount - 1, cycle.size()));
    }

    /** Smooth weighted round robin: each turn every pool gains its weight, and the one that has most pays for all. */
    private static List<NodePool> cycle(List<Share> shares) {
        int divisor = shares.stream().mapToInt(Share::weight).reduce(0, ExecutorMix::greatestCommonDivisor);
        int length = shares.stream().mapToInt(Share::weight).sum() / divisor;
        int[] credit = new int[shares.size()];
        List<NodePool> cycle = new ArrayList<>(length);
        for (int turn = 0; turn < length; turn++) {
            int richest = 0;
            for (int index = 0; index < credit.length; index++) {
                credit[index] += shares.get(index).weight() / divisor;
                richest = credit[index] > credit[richest] ? index : richest;
            }
            credit[richest] -= length;
            cycle.add(shares.get(richest).pool());
        }
        return List.copyOf(cycle);
    }

    private static int greatestCommonDivisor(int first, int second) {
        return second == 0 ? first : greatestCommonDivisor(second, first % second);
    }
}
