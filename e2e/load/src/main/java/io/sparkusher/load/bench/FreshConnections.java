package io.sparkusher.load.bench;

import io.sparkusher.load.client.Load;
import io.sparkusher.load.page.Figure;
import io.sparkusher.load.page.Goal;
import io.sparkusher.load.page.Section;
import io.sparkusher.load.page.Table;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Every review on a connection of its own, on schedule. */
record FreshConnections(Measurement usher, Measurement constant) implements Section {
    private static final double PER_SECOND = 500;
    private static final double TAIL = 3;

    static FreshConnections measure(Pair pair, Pace pace) throws IOException, InterruptedException {
        Load load = new Load.Fresh(PER_SECOND);
        Duration length = pace.measure().multipliedBy(2);
        for (Rival rival : Pair.RIVALS) {
            pair.attempt(rival, load, pace.measure());
        }
        return new FreshConnections(
                pair.attempt(Rival.Usher, load, length), pair.attempt(Rival.Constant, load, length));
    }

    @Override
    public String name() {
        return "fresh-connections";
    }

    @Override
    public List<Goal> goals() {
        int failed = usher.result().failed();
        return List.of(new Goal(
                "p99 at %.0f new connections a second".formatted(PER_SECOND),
                "at most %.0f times p50; no failure".formatted(TAIL),
                "%s; %d of %d failed"
                        .formatted(
                                Figure.ratio(usher.p99ToP50()),
                                failed,
                                usher.result().requests()),
                failed == 0 && usher.p99ToP50() <= TAIL));
    }

    @Override
    public String markdown() {
        Table table = new Table(
                "Server", "Connections", "Failures", "Server's CPU, µs each", "p50, ms", "p99, ms", "p99 / p50");
        row(table, "Spark Usher", usher);
        row(table, "constant answer", constant);
        return table.toString();
    }

    private static void row(Table table, String server, Measurement measurement) {
        table.row(
                server,
                Figure.whole(measurement.result().requests()),
                measurement.result().failed() == 0
                        ? "none"
                        : measurement.result().failures().toString(),
                Figure.whole(measurement.cpuMicros()),
                Figure.ratio(measurement.millis(0.5)),
                Figure.ratio(measurement.millis(0.99)),
                Figure.ratio(measurement.p99ToP50()));
    }
}
