package io.sparkusher.policies.injection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExecutorMixTest {
    private static final NodePool SPOT = new NodePool("spot", List.of(), List.of());
    private static final NodePool ON_DEMAND = new NodePool("on-demand", List.of(), List.of());
    private static final NodePool GPU = new NodePool("gpu", List.of(), List.of());

    @Test
    void anyTenConsecutiveArrivalsAtEightyToTwentyAreEightAndTwo() {
        ExecutorMix mix = mix(0, new ExecutorMix.Share(SPOT, 80), new ExecutorMix.Share(ON_DEMAND, 20));
        for (int first = 1; first < 1000; first++) {
            assertEquals(8, count(mix, SPOT, first, 10), "from " + first);
        }
    }

    @Test
    void theFirstExecutorsDoNotCountForTheShares() {
        ExecutorMix mix = mix(2, new ExecutorMix.Share(SPOT, 80), new ExecutorMix.Share(ON_DEMAND, 20));
        assertEquals(2, count(mix, ON_DEMAND, 1, 2));
        assertEquals(8, count(mix, SPOT, 3, 10));
    }

    @Test
    void unevenSharesAreExactOverEachCycleAndSpreadWithinIt() {
        ExecutorMix mix = mix(
                0, new ExecutorMix.Share(SPOT, 5), new ExecutorMix.Share(ON_DEMAND, 1), new ExecutorMix.Share(GPU, 1));
        assertEquals("spot spot on-demand spot gpu spot spot", names(mix, 1, 7));
        assertEquals(names(mix, 1, 7), names(mix, 8, 7));
    }

    @Test
    void onePoolAloneTakesAll() {
        assertEquals("spot spot spot", names(mix(0, new ExecutorMix.Share(SPOT, 7)), 1, 3));
    }

    private static ExecutorMix mix(int firstExecutors, ExecutorMix.Share... shares) {
        return new ExecutorMix(firstExecutors == 0 ? null : ON_DEMAND, firstExecutors, List.of(shares));
    }

    private static long count(ExecutorMix mix, NodePool pool, int first, int length) {
        return IntStream.range(first, first + length)
                .filter(number -> mix.poolOf(number).equals(pool))
                .count();
    }

    private static String names(ExecutorMix mix, int first, int length) {
        return IntStream.range(first, first + length)
                .mapToObj(number -> mix.poolOf(number).name())
                .collect(Collectors.joining(" "));
    }
}
