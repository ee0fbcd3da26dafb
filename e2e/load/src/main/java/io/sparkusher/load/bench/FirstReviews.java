package io.sparkusher.load.bench;

import io.sparkusher.load.client.Latencies;
import io.sparkusher.load.client.Load;
import io.sparkusher.load.client.PreparedRequest;
import io.sparkusher.load.page.Figure;
import io.sparkusher.load.page.Goal;
import io.sparkusher.load.page.Section;
import io.sparkusher.load.page.Table;
import io.sparkusher.load.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The first reviews of a server that has just said it is ready, one after the other, beside those after them. */
record FirstReviews(List<Latencies> starts) implements Section {
    private static final int FIRST = 100;
    private static final double TARGET = 2;
    // There must be many later ones to compare with.
    private static final Duration LENGTH = Duration.ofSeconds(4);

    static FirstReviews measure(BenchSetup setup, Meter meter, PreparedRequest request)
            throws IOException, InterruptedException {
        Path policies = setup.folders().injection();
        List<Latencies> starts = new ArrayList<>();
        for (int start = 0; start < setup.pace().rounds(); start++) {
            try (ServerProcess server = setup.usher("first", policies)) {
                starts.add(meter.measurePatches(server, new Load.Closed(1), request, LENGTH)
                        .result()
                        .latencies());
            }
        }
        return new FirstReviews(starts);
    }

    private static double firstMillis(Latencies all, double quantile) {
        return all.first(FIRST).quantile(quantile).toNanos() / 1e6;
    }

    private static double laterMillis(Latencies all) {
        return all.after(FIRST).quantile(0.5).toNanos() / 1e6;
    }

    private double median(ToDoubleFunction<Latencies> figure) {
        return Medians.of(starts.stream().mapToDouble(figure).toArray());
    }

    private double ratio() {
        return median(all -> firstMillis(all, 0.5) / laterMillis(all));
    }

    @Override
    public String name() {
        return "first-reviews";
    }

    @Override
    public List<Goal> goals() {
        return List.of(new Goal(
                "the median of the first hundred reviews as a multiple of that of later ones",
                "at most %.0f".formatted(TARGET),
                Figure.ratio(ratio()),
                ratio() <= TARGET));
    }

    @Override
    public String markdown() {
        return new Table("Reviews", "Median, ms", "Longest, ms")
                .row(
                        "the first hundred",
                        Figure.ratio(median(all -> firstMillis(all, 0.5))),
                        Figure.ratio(median(all -> firstMillis(all, 1))))
                .row("those after them", Figure.ratio(median(FirstReviews::laterMillis)), "")
                .toString();
    }
}
