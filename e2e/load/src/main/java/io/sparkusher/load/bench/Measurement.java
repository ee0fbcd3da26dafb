package io.sparkusher.load.bench;

import io.sparkusher.load.client.Result;

/**
 * One load on one server.
 *
 * @param result what the client saw
 * @param cpuMicros CPU time of the server for a request, in microseconds: it stays right where the client is the slower
 * @param clientCpuMicros the same of the client
 */
record Measurement(Result result, double cpuMicros, double clientCpuMicros) {
    double perSecond() {
        return result.perSecond();
    }

    double millis(double quantile) {
        return result.latencies().quantile(quantile).toNanos() / 1e6;
    }

    double p99ToP50() {
        return result.latencies().ratio(0.99, 0.5);
    }
}
