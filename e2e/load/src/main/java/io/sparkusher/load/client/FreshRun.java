package io.sparkusher.load.client;

import io.netty.channel.EventLoopGroup;
import java.time.Duration;

/** {@link Load.Fresh}. */
final class FreshRun extends Run {
    private final Wire wire;
    private final PreparedRequest request;
    private final double perSecond;

    FreshRun(EventLoopGroup loop, Wire wire, PreparedRequest request, Load.Fresh load, Duration length) {
        super(loop, length);
        this.wire = wire;
        this.request = request;
        this.perSecond = load.perSecond();
    }

    @Override
    void prepare() {
        begin();
    }

    @Override
    void go() {
        onSchedule(perSecond, dueNanos -> {
            due();
            wire.connect(new Visit(dueNanos));
        });
    }

    /** One connection for one request. */
    private final class Visit implements Connection.User {
        private final long dueNanos;

        Visit(long dueNanos) {
            this.dueNanos = dueNanos;
        }

        @Override
        public void ready(Connection connection) {
            opened(connection);
            connection.send(request, dueNanos);
        }

        @Override
        public void unusable(Connection connection, String cause) {
            settle(new Outcome.Failed(cause), dueNanos);
        }

        @Override
        public void ended(Connection connection, Outcome outcome) {
            closed(connection);
            connection.close();
            settle(outcome, dueNanos);
        }
    }
}
