package io.sparkusher.load.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sparkusher.load.client.Latencies;
import io.sparkusher.load.client.Result;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final Result NOTHING = new Result(Latencies.ofNanos(1), 1, Map.of(), Duration.ofSeconds(1));

    @Test
    void alternateAndCompareWithinARound() throws IOException, InterruptedException {
        List<String> order = new ArrayList<>();
        Deque<Double> figures = new ArrayDeque<>(List.of(1.0, 2.0, 30.0, 10.0, 5.0, 5.0));

        Rounds<String> rounds = Rounds.of(List.of("a", "b"), 3, thing -> {
            order.add(thing);
            return new Measurement(NOTHING, figures.remove(), 1);
        });

        assertEquals(List.of("a", "b", "a", "b", "a", "b"), order);
        assertArrayEquals(new double[] {0.5, 3, 1}, rounds.ratios("a", "b", Measurement::cpuMicros));
        assertEquals(1, rounds.ratio("a", "b", Measurement::cpuMicros));
        assertEquals(5, rounds.median("a", Measurement::cpuMicros));
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        assertEquals(2.5, Medians.of(4, 1, 3, 2));
        assertEquals(7, Medians.of(7));
    }
}
