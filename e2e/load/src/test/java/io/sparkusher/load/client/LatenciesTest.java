package io.sparkusher.load.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void aQuantileIsTheShortestTimeThatCoversItsShare() {
        Latencies latencies = Latencies.ofNanos(
                LongStream.rangeClosed(1, 1000).map(number -> 1001 - number).toArray());

        assertEquals(Duration.ofNanos(500), latencies.quantile(0.5));
        assertEquals(Duration.ofNanos(990), latencies.quantile(0.99));
        assertEquals(Duration.ofNanos(999), latencies.quantile(0.999));
        assertEquals(Duration.ofNanos(1000), latencies.quantile(1));
        assertEquals(Duration.ofNanos(1), latencies.quantile(0));
        assertEquals(1.98, latencies.ratio(0.99, 0.5), 1e-9);
    }

    @Test
    void oneRequestIsEveryQuantileAndNoneIsZero() {
        assertEquals(Duration.ofNanos(7), Latencies.ofNanos(7).quantile(0.001));
        assertEquals(Duration.ZERO, Latencies.ofNanos().quantile(0.5));
    }

    @Test
    void knowsWhichRequestsCameFirst() {
        Latencies latencies = Latencies.ofNanos(9, 8, 1, 2, 3);

        assertEquals(Duration.ofNanos(9), latencies.first(2).quantile(1));
        assertEquals(Duration.ofNanos(3), latencies.after(2).quantile(1));
        assertEquals(5, latencies.first(10).count());
        assertEquals(0, latencies.after(10).count());
    }
}
