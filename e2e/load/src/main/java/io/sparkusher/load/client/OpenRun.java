package io.sparkusher.load.client;

import io.netty.channel.EventLoopGroup;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** {@link Load.Open}. */
final class OpenRun extends KeptConnectionsRun {
    private final double perSecond;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final Deque<Long> waiting = new ArrayDeque<>();

    OpenRun(EventLoopGroup loop, Wire wire, PreparedRequest request, Load.Open load, Duration length) {
        super(loop, wire, request, load.connections(), length);
        this.perSecond = load.perSecond();
    }

    @Override
    void go() {
        super.go();
        onSchedule(perSecond, this::request);
    }

    private void request(long dueNanos) {
        due();
        Connection connection = takeIdle();
        if (connection == null) {
            waiting.add(dueNanos);
        } else {
            send(connection, dueNanos);
        }
    }

    // The server may have closed some of them while they had nothing to do.
    private @Nullable Connection takeIdle() {
        Connection connection = idle.poll();
        while (connection != null && !connection.isOpen()) {
            closed(connection);
            replace();
            connection = idle.poll();
        }
        return connection;
    }

    @Override
    void free(Connection connection) {
        Long dueNanos = waiting.poll();
        if (dueNanos == null) {
            idle.add(connection);
        } else {
            send(connection, dueNanos);
        }
    }
}
