package io.sparkusher.load.bench;

import io.sparkusher.load.client.Load;
import io.sparkusher.load.client.PreparedRequest;
import io.sparkusher.load.page.Figure;
import io.sparkusher.load.page.Goal;
import io.sparkusher.load.page.Section;
import io.sparkusher.load.page.Table;
import io.sparkusher.load.server.ServerProcess;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The same injection into small pods and large ones. */
record PodSizes(Rounds<Integer> rounds) implements Section {
    private static final List<Integer> KILOBYTES = List.of(1, 10, 50, 100, 200);
    private static final int SMALL = 10;
    private static final int MIDDLE = 100;
    private static final int LARGE = 200;
    private static final Load LOAD = new Load.Closed(8);
    private static final double TOLERANCE = 0.15;

    static PodSizes measure(ServerProcess usher, Meter meter, Reviews reviews, Pace pace)
            throws IOException, InterruptedException {
        Map<Integer, PreparedRequest> requests = new LinkedHashMap<>();
        for (int kilobytes : KILOBYTES) {
            PreparedRequest request = PreparedRequest.review(reviews.ofSize(1000 * kilobytes));
            requests.put(kilobytes, request);
            meter.measurePatches(usher, LOAD, request, pace.measure());
        }
        return new PodSizes(Rounds.of(
                KILOBYTES,
                pace.rounds(),
                kilobytes -> meter.measurePatches(
                        usher, LOAD, Objects.requireNonNull(requests.get(kilobytes)), pace.measure())));
    }

    private double cpu(int kilobytes) {
        return rounds.median(kilobytes, Measurement::cpuMicros);
    }

    /** What the largest pod takes as a multiple of what the straight line through two smaller ones says. */
    private double straightness() {
        double slope = (cpu(MIDDLE) - cpu(SMALL)) / (MIDDLE - SMALL);
        return cpu(LARGE) / (cpu(MIDDLE) + slope * (LARGE - MIDDLE));
    }

    @Override
    public String name() {
        return "pod-size";
    }

    @Override
    public List<Goal> goals() {
        return List.of(new Goal(
                "a review's CPU time for a pod of 200 KB as a multiple of what a straight line through those for 10 KB"
                        + " and 100 KB says",
                "linear: within 15 % of 1",
                Figure.ratio(straightness()),
                Math.abs(straightness() - 1) <= TOLERANCE));
    }

    @Override
    public String markdown() {
        Table table = new Table("Pod, KB", "Server's CPU, µs a review", "µs a KB", "p50, ms", "p99, ms");
        for (int kilobytes : KILOBYTES) {
            table.row(
                    Integer.toString(kilobytes),
                    Figure.tenths(cpu(kilobytes)),
                    Figure.tenths(cpu(kilobytes) / kilobytes),
                    Figure.ratio(rounds.median(kilobytes, measurement -> measurement.millis(0.5))),
                    Figure.ratio(rounds.median(kilobytes, measurement -> measurement.millis(0.99))));
        }
        return table.toString();
    }
}
