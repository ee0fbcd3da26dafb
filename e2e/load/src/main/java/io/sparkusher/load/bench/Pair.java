package io.sparkusher.load.bench;

import io.sparkusher.load.client.Load;
import io.sparkusher.load.client.PreparedRequest;
import io.sparkusher.load.server.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Both servers, on one core: the one that is not asked takes nothing of it. */
record Pair(ServerProcess usher, ServerProcess constant, Meter meter, PreparedRequest request) {
    static final List<Rival> RIVALS = List.of(Rival.Usher, Rival.Constant);

    /** Measures one of them, which must answer everything, and with patches. */
    Measurement measure(Rival rival, Load load, Duration length) throws IOException, InterruptedException {
        return meter.measurePatches(server(rival), load, request, length);
    }

    /** Measures one of them, which may fail. */
    Measurement attempt(Rival rival, Load load, Duration length) throws IOException, InterruptedException {
        return meter.measure(server(rival), load, request, length);
    }

    private ServerProcess server(Rival rival) {
        return switch (rival) {
            case Usher -> usher;
            case Constant -> constant;
        };
    }
}
