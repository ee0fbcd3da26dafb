package io.sparkusher.load.client;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Counts what becomes of requests. For one thread. */
final class Tally {
    private static final int FIRST_SIZE = 1 << 16;
    private static final int OK = 200;

    private final Map<String, Integer> failures = new TreeMap<>();
    private long[] nanos = new long[FIRST_SIZE];
    private int answered;
    private int patched;

    void add(Outcome outcome, long tookNanos) {
        if (outcome instanceof Outcome.Failed failed) {
            fail(failed.cause());
        } else if (outcome instanceof Outcome.Answered answer) {
            add(answer, tookNanos);
        }
    }

    private void add(Outcome.Answered answer, long tookNanos) {
        if (answer.status() != OK) {
            fail("status " + answer.status());
            return;
        }
        if (answered == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * answered);
        }
        nanos[answered] = tookNanos;
        answered++;
        patched += answer.patched() ? 1 : 0;
    }

    void fail(String cause) {
        failures.merge(cause, 1, Integer::sum);
    }

    Result result(Duration took) {
        return new Result(Latencies.ofNanos(Arrays.copyOf(nanos, answered)), patched, failures, took);
    }
}
