package io.sparkusher.load.bench;

import io.sparkusher.load.client.Load;
import io.sparkusher.load.client.LoadGenerator;
import io.sparkusher.load.client.PreparedRequest;
import io.sparkusher.load.client.Result;
import io.sparkusher.load.server.ServerProcess;
import java.io.IOException;
import java.time.Duration;

/** Puts loads on servers and reads what these took for it. */
final class Meter {
    private final LoadGenerator generator;

    Meter(LoadGenerator generator) {
        this.generator = generator;
    }

    /** Whatever comes of it. */
    Measurement measure(ServerProcess server, Load load, PreparedRequest request, Duration length)
            throws IOException, InterruptedException {
        Duration before = server.cpu();
        Result result = generator.run(server.target(), load, request, length);
        Duration spent = server.cpu().minus(before);
        return new Measurement(result, spent.toNanos() / 1e3 / Math.max(1, result.requests()));
    }

    /** A load all of whose answers must be patches. */
    Measurement measurePatches(ServerProcess server, Load load, PreparedRequest request, Duration length)
            throws IOException, InterruptedException {
        Measurement measurement = measure(server, load, request, length);
        measurement.result().requirePatches();
        return measurement;
    }
}
