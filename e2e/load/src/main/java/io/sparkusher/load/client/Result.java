package io.sparkusher.load.client;

import java.time.Duration;
import java.util.Map;

/**
 * What came of a load.
 *
 * @param latencies of the requests that were answered with 200
 * @param patched how many of these answers carry a patch
 * @param failures how many requests were not answered so, by cause
 * @param took from the first request to the last answer
 */
public record Result(Latencies latencies, int patched, Map<String, Integer> failures, Duration took) {
    public Result {
        failures = Map.copyOf(failures);
    }

    /** How many requests there were. */
    public int requests() {
        return latencies.count() + failed();
    }

    /** How many of them failed. */
    public int failed() {
        return failures.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many were answered in a second. */
    public double perSecond() {
        return latencies.count() * 1e9 / took.toNanos();
    }

    /**
     * The same.
     *
     * @throws IllegalStateException if a request failed, or an answer carries no patch: then this measured something
     *     else than was meant
     */
    public Result requirePatches() {
        if (failed() > 0 || patched < latencies.count() || patched == 0) {
            throw new IllegalStateException(
                    "Of %d requests %d got a patch; failures: %s".formatted(requests(), patched, failures));
        }
        return this;
    }
}
