package io.sparkusher.load.client;

import io.netty.channel.EventLoopGroup;
import java.time.Duration;

/** {@link Load.Closed}. */
final class ClosedRun extends KeptConnectionsRun {
    ClosedRun(EventLoopGroup loop, Wire wire, PreparedRequest request, Load.Closed load, Duration length) {
        super(loop, wire, request, load.connections(), length);
    }

    @Override
    void free(Connection connection) {
        long now = System.nanoTime();
        if (lasts(now)) {
            due();
            send(connection, now);
        }
    }
}
