package io.sparkusher.webhook.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** What JMH writes of a run, as JSON, of benchmarks that say themselves what they used. */
final class JmhResults {
    private static final String BYTES = "allocatedBytes";
    private static final String MICROSECONDS = "cpuMicroseconds";
    private static final double PARTS_OF_A_MICROSECOND = 10;

    private JmhResults() {}

    static SortedMap<String, Cost> read(Path file) throws IOException {
        return costs(JsonMapper.builder().build().readTree(file.toFile()));
    }

    static SortedMap<String, Cost> costs(JsonNode results) {
        SortedMap<String, Cost> costs = new TreeMap<>();
        for (JsonNode result : results) {
            costs.put(name(result), cost(result.path("secondaryMetrics")));
        }
        return costs;
    }

    /** Class, method and parameters. */
    private static String name(JsonNode result) {
        String[] parts = result.path("benchmark").asText().split("\\.", -1);
        String parameters = result.path("params").properties().stream()
                .map(parameter ->
                        " " + parameter.getKey() + "=" + parameter.getValue().asText())
                .collect(Collectors.joining());
        return parts[parts.length - 2] + "." + parts[parts.length - 1] + parameters;
    }

    private static Cost cost(JsonNode metrics) {
        double parts = least(metrics.path(MICROSECONDS)) * PARTS_OF_A_MICROSECOND;
        return new Cost(Math.round(least(metrics.path(BYTES))), Math.round(parts) / PARTS_OF_A_MICROSECOND);
    }

    // Neither code that is not compiled yet nor others on the machine ever make a round cheaper.
    private static double least(JsonNode metric) {
        DoubleStream.Builder rounds = DoubleStream.builder();
        metric.path("rawData").forEach(fork -> fork.forEach(round -> rounds.add(round.asDouble())));
        return rounds.build().min().orElseThrow();
    }
}
