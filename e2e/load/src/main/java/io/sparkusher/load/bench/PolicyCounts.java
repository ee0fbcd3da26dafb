package io.sparkusher.load.bench;

import io.sparkusher.load.client.Load;
import io.sparkusher.load.client.PreparedRequest;
import io.sparkusher.load.page.Figure;
import io.sparkusher.load.page.Goal;
import io.sparkusher.load.page.Section;
import io.sparkusher.load.page.Table;
import io.sparkusher.load.server.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The same review where the cluster has few policies and many. */
record PolicyCounts(Rounds<Integer> rounds, Map<Integer, Duration> starts, Map<Integer, Double> memory)
        implements Section {
    private static final List<Integer> COUNTS = List.of(10, 1_000, 10_000);
    private static final int FEW = 10;
    private static final int MANY = 10_000;
    private static final Load LOAD = new Load.Closed(8);
    private static final double TOLERANCE = 0.1;

    static PolicyCounts measure(BenchSetup setup, Meter meter, PreparedRequest request)
            throws IOException, InterruptedException {
        Map<Integer, ServerProcess> servers = new LinkedHashMap<>();
        try {
            for (int count : COUNTS) {
                servers.put(
                        count, setup.usher("policies-" + count, setup.folders().ofCount(count)));
                meter.measurePatches(
                        server(servers, count), LOAD, request, setup.pace().warmUp());
            }
            Rounds<Integer> rounds = Rounds.of(
                    COUNTS,
                    setup.pace().rounds(),
                    count -> meter.measurePatches(
                            server(servers, count), LOAD, request, setup.pace().measure()));
            return new PolicyCounts(rounds, starts(servers), memory(servers));
        } finally {
            servers.values().forEach(ServerProcess::close);
        }
    }

    private static ServerProcess server(Map<Integer, ServerProcess> servers, int count) {
        return Objects.requireNonNull(servers.get(count));
    }

    private static Map<Integer, Duration> starts(Map<Integer, ServerProcess> servers) {
        Map<Integer, Duration> starts = new LinkedHashMap<>();
        servers.forEach((count, server) -> starts.put(count, server.start()));
        return starts;
    }

    private static Map<Integer, Double> memory(Map<Integer, ServerProcess> servers) throws IOException {
        Map<Integer, Double> memory = new LinkedHashMap<>();
        for (int count : new ArrayList<>(servers.keySet())) {
            memory.put(count, server(servers, count).residentMib());
        }
        return memory;
    }

    private double ratio(int count) {
        return rounds.ratio(count, FEW, Measurement::cpuMicros);
    }

    @Override
    public String name() {
        return "policies";
    }

    @Override
    public List<Goal> goals() {
        return List.of(new Goal(
                "a review's CPU time with 10,000 policies in the cluster as a multiple of that with 10",
                "within 10 % of 1",
                Figure.ratio(ratio(MANY)),
                Math.abs(ratio(MANY) - 1) <= TOLERANCE));
    }

    @Override
    public String markdown() {
        Table table = new Table(
                "Policies",
                "Server's CPU, µs a review",
                "As a multiple of that with 10",
                "Start to ready on one core, s",
                "Memory after it, MiB");
        for (int count : COUNTS) {
            table.row(
                    Figure.whole(count),
                    Figure.tenths(rounds.median(count, Measurement::cpuMicros)),
                    Figure.ratio(ratio(count)),
                    Figure.seconds(Objects.requireNonNull(starts.get(count))),
                    Figure.whole(Objects.requireNonNull(memory.get(count))));
        }
        return table.toString();
    }
}
