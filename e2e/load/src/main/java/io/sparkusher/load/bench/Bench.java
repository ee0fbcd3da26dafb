package io.sparkusher.load.bench;

import io.sparkusher.load.client.Load;
import io.sparkusher.load.client.LoadGenerator;
import io.sparkusher.load.client.PreparedRequest;
import io.sparkusher.load.page.Section;
import io.sparkusher.load.server.Jvm;
import io.sparkusher.load.server.ServerProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All measurements, one after the other. */
final class Bench {
    private static final Load WARM_UP = new Load.Closed(8);
    private static final long IDLE_MILLIS = 2000;

    private final BenchSetup setup;
    private final BenchPaths paths;
    private final List<Jvm> jvms;
    private final PrintWriter progress;
    private final Reviews reviews;
    private final PreparedRequest request;
    private final List<Section> sections = new ArrayList<>();
    private @Nullable Throughput throughput;

    /** @param jvms whose starts are measured */
    Bench(BenchSetup setup, BenchPaths paths, List<Jvm> jvms, PrintWriter progress) throws IOException {
        this.setup = setup;
        this.paths = paths;
        this.jvms = jvms;
        this.progress = progress;
        reviews = new Reviews(paths.review());
        request = PreparedRequest.review(reviews.executor());
    }

    /** What came of it. */
    List<Section> run() throws IOException, InterruptedException {
        try (LoadGenerator generator = new LoadGenerator()) {
            Meter meter = new Meter(generator);
            rivals(meter);
            say("the number of policies");
            sections.add(PolicyCounts.measure(setup, meter, request));
            say("the first reviews after a start");
            sections.add(FirstReviews.measure(setup, meter, request));
            say("starts");
            sections.add(StartUp.measure(setup, jvms, paths.scratch()));
        }
        return sections;
    }

    private void rivals(Meter meter) throws IOException, InterruptedException {
        try (ServerProcess usher = setup.usher("usher", setup.folders().injection())) {
            Thread.sleep(IDLE_MILLIS);
            double idle = usher.residentMib();
            byte[] answer = usher.ask(reviews.executor());
            Path file = paths.scratch().resolve("answer.json");
            Files.write(file, answer);
            try (ServerProcess constant = setup.constant(file)) {
                Pair pair = new Pair(usher, constant, meter, request);
                compare(pair, Reviews.operations(answer));
            }
            say("the size of pods");
            sections.add(PodSizes.measure(usher, meter, reviews, setup.pace()));
            sections.add(new Memory(idle, usher.residentMib()));
        }
    }

    private void compare(Pair pair, int operations) throws IOException, InterruptedException {
        say("warming up");
        for (Rival rival : Pair.RIVALS) {
            pair.measure(rival, WARM_UP, setup.pace().warmUp());
        }
        say("reviews beside a constant answer");
        Throughput measured = Throughput.measure(pair, setup.pace(), operations);
        throughput = measured;
        sections.add(measured);
        say("fresh connections");
        sections.add(FreshConnections.measure(pair, setup.pace()));
    }

    /** To be asked for after the run. */
    Throughput throughput() {
        return Objects.requireNonNull(throughput, "Not measured yet");
    }

    private void say(String what) {
        progress.println("bench: " + what);
        progress.flush();
    }
}
