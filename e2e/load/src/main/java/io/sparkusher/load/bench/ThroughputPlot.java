package io.sparkusher.load.bench;

import io.sparkusher.load.page.BarPanel;
import io.sparkusher.load.page.BarPanel.Series;
import io.sparkusher.load.page.Plot;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** The plot of the page. */
final class ThroughputPlot {
    private static final double TARGET = 0.5;
    private static final List<String> GROUPS = Throughput.CONNECTIONS.stream()
            .map(connections -> connections == 1 ? "1 connection" : connections + " connections")
            .toList();

    private ThroughputPlot() {}

    static Plot of(Throughput throughput) {
        BarPanel shares = new BarPanel(
                "Reviews a second, as a share of constant answers",
                GROUPS,
                List.of(
                        new Series("Spark Usher", values(throughput::share)),
                        new Series("constant answer", values(connections -> 1))),
                OptionalDouble.of(TARGET));
        BarPanel latencies = new BarPanel(
                "Latency, milliseconds",
                GROUPS,
                List.of(
                        latency(throughput, "Spark Usher, p99", Rival.Usher, 0.99),
                        latency(throughput, "constant answer, p99", Rival.Constant, 0.99),
                        latency(throughput, "Spark Usher, p50", Rival.Usher, 0.5),
                        latency(throughput, "constant answer, p50", Rival.Constant, 0.5)),
                OptionalDouble.empty());
        return new Plot("Throughput and latency of Spark Usher beside a constant answer", List.of(shares, latencies));
    }

    private static Series latency(Throughput throughput, String name, Rival rival, double quantile) {
        return new Series(
                name,
                values(connections ->
                        throughput.at(connections).median(rival, measurement -> measurement.millis(quantile))));
    }

    private static List<Double> values(ToDoubleFunction<Integer> ofConnections) {
        return Throughput.CONNECTIONS.stream()
                .map(connections -> ofConnections.applyAsDouble(connections))
                .toList();
    }
}
