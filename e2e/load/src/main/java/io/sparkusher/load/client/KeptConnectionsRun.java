package io.sparkusher.load.client;

import io.netty.channel.EventLoopGroup;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** Makes its connections before it begins, and another one for each that breaks. */
abstract sealed class KeptConnectionsRun extends Run implements Connection.User permits ClosedRun, OpenRun {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Wire wire;
    private final PreparedRequest request;
    private final Deque<Connection> first = new ArrayDeque<>();
    private final int connections;
    private boolean begun;

    KeptConnectionsRun(EventLoopGroup loop, Wire wire, PreparedRequest request, int connections, Duration length) {
        super(loop, length);
        this.wire = wire;
        this.request = request;
        this.connections = connections;
    }

    /** The connection has nothing to do. */
    abstract void free(Connection connection);

    @Override
    final void prepare() {
        for (int connection = 0; connection < connections; connection++) {
            wire.connect(this);
        }
    }

    @Override
    void go() {
        begun = true;
        first.forEach(this::free);
    }

    final void send(Connection connection, long dueNanos) {
        connection.send(request, dueNanos);
    }

    @Override
    public final void ready(Connection connection) {
        opened(connection);
        if (begun) {
            free(connection);
            return;
        }
        first.add(connection);
        if (first.size() == connections) {
            begin();
        }
    }

    @Override
    public final void unusable(Connection connection, String cause) {
        if (!begun) {
            cannotBegin(cause);
            return;
        }
        long now = System.nanoTime();
        due();
        later(now + PAUSE_NANOS, this::replace);
        settle(new Outcome.Failed(cause), now);
    }

    /** Makes another one. */
    final void replace() {
        if (lasts(System.nanoTime())) {
            wire.connect(this);
        }
    }

    @Override
    public final void ended(Connection connection, Outcome outcome) {
        long due = connection.dueNanos();
        if (connection.isOpen()) {
            free(connection);
        } else {
            closed(connection);
            replace();
        }
        settle(outcome, due);
    }
}
