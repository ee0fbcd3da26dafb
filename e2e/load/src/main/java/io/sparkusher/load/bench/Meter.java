package io.sparkusher.load.bench;

import io.sparkusher.load.client.Load;
import io.sparkusher.load.client.LoadGenerator;
import io.sparkusher.load.client.PreparedRequest;
import io.sparkusher.load.client.Result;
import io.sparkusher.load.server.ProcessFigures;
import io.sparkusher.load.server.ServerProcess;
import java.io.IOException;
import java.time.Duration;

/** Puts loads on servers and reads what these took for it. */
final class Meter {
    private final LoadGenerator generator;
    private final ProcessFigures own = ProcessFigures.own();

    Meter(LoadGenerator generator) {
        this.generator = generator;
    }

    /** Whatever comes of it. */
    Measurement measure(ServerProcess server, Load load, PreparedRequest request, Duration length)
            throws IOException, InterruptedException {
        Duration before = server.cpu();
        Duration ownBefore = own.cpu();
        Result result = generator.run(server.target(), load, request, length);
        return new Measurement(
                result,
                micros(server.cpu().minus(before), result),
                micros(own.cpu().minus(ownBefore), result));
    }

    private static double micros(Duration spent, Result result) {
        return spent.toNanos() / 1e3 / Math.max(1, result.requests());
    }

    /** A load all of whose answers must be patches. */
    Measurement measurePatches(ServerProcess server, Load load, PreparedRequest request, Duration length)
            throws IOException, InterruptedException {
        Measurement measurement = measure(server, load, request, length);
        measurement.result().requirePatches();
        return measurement;
    }
}
