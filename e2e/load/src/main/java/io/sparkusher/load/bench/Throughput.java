package io.sparkusher.load.bench;

import io.sparkusher.load.client.Load;
import io.sparkusher.load.page.Figure;
import io.sparkusher.load.page.Goal;
import io.sparkusher.load.page.Section;
import io.sparkusher.load.page.Table;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reviews as fast as they are answered, by the number of connections. */
record Throughput(Map<Integer, Rounds<Rival>> byConnections, int operations) implements Section {
    static final List<Integer> CONNECTIONS = List.of(1, 8, 64);
    private static final int MAIN = 8;
    private static final int MANY = 64;
    private static final double TARGET = 0.5;
    private static final double PEERS = 6000;
    private static final double TAIL = 3;

    static Throughput measure(Pair pair, Pace pace, int operations) throws IOException, InterruptedException {
        Map<Integer, Rounds<Rival>> byConnections = new LinkedHashMap<>();
        for (int connections : CONNECTIONS) {
            Load load = new Load.Closed(connections);
            byConnections.put(
                    connections,
                    Rounds.of(Pair.RIVALS, pace.rounds(), rival -> pair.measure(rival, load, pace.measure())));
        }
        return new Throughput(byConnections, operations);
    }

    Rounds<Rival> at(int connections) {
        return Objects.requireNonNull(byConnections.get(connections));
    }

    /** Reviews a second as a share of constant answers a second. */
    double share(int connections) {
        return at(connections).ratio(Rival.Usher, Rival.Constant, Measurement::perSecond);
    }

    /** The share that there would be if nothing but the server's CPU time counted. */
    private double cpuShare(int connections) {
        return at(connections).ratio(Rival.Constant, Rival.Usher, Measurement::cpuMicros);
    }

    @Override
    public String name() {
        return "throughput";
    }

    @Override
    public List<Goal> goals() {
        double share = share(MAIN);
        double perSecond = at(MAIN).median(Rival.Usher, Measurement::perSecond);
        double tail = at(MANY).median(Rival.Usher, Measurement::p99ToP50);
        return List.of(
                new Goal(
                        "reviews a second as a share of constant answers, %d operations".formatted(operations),
                        "at least " + TARGET,
                        "%s; by CPU time %s".formatted(Figure.ratio(share), Figure.ratio(cpuShare(MAIN))),
                        share >= TARGET),
                new Goal(
                        "reviews a second on one core, " + MAIN + " connections",
                        "at least " + Figure.whole(PEERS),
                        Figure.whole(perSecond),
                        perSecond >= PEERS),
                new Goal(
                        "p99 at " + MANY + " connections",
                        "at most %.0f times p50".formatted(TAIL),
                        Figure.ratio(tail),
                        tail <= TAIL));
    }

    @Override
    public String markdown() {
        Table table = new Table(
                "Connections",
                "Server",
                "Answers a second",
                "Share of the constant answer's",
                "Server's CPU, µs an answer",
                "Share by CPU",
                "Client's CPU, µs",
                "p50, ms",
                "p99, ms",
                "p99 / p50");
        byConnections.forEach((connections, rounds) -> Pair.RIVALS.forEach(rival -> row(table, connections, rival)));
        return table + "\nShares at " + MAIN + " connections, round by round: " + roundByRound() + ".\n";
    }

    private void row(Table table, int connections, Rival rival) {
        Rounds<Rival> rounds = at(connections);
        table.row(
                Integer.toString(connections),
                rival == Rival.Usher ? "Spark Usher" : "constant answer",
                Figure.whole(rounds.median(rival, Measurement::perSecond)),
                rival == Rival.Usher ? Figure.ratio(share(connections)) : "1",
                Figure.tenths(rounds.median(rival, Measurement::cpuMicros)),
                rival == Rival.Usher ? Figure.ratio(cpuShare(connections)) : "1",
                Figure.tenths(rounds.median(rival, Measurement::clientCpuMicros)),
                Figure.ratio(rounds.median(rival, measurement -> measurement.millis(0.5))),
                Figure.ratio(rounds.median(rival, measurement -> measurement.millis(0.99))),
                Figure.ratio(rounds.median(rival, Measurement::p99ToP50)));
    }

    private String roundByRound() {
        return Arrays.stream(at(MAIN).ratios(Rival.Usher, Rival.Constant, Measurement::perSecond))
                .mapToObj(Figure::ratio)
                .collect(Collectors.joining(", "));
    }
}
