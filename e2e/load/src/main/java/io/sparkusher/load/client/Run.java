package io.sparkusher.load.client;

import io.netty.channel.EventLoopGroup;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** One load, from its first connection to its result. All of it happens on the event loop. */
abstract sealed class Run permits KeptConnectionsRun, FreshRun {
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(10);

    private final EventLoopGroup loop;
    private final Duration length;
    private final Tally tally = new Tally();
    private final Set<Connection> open = new HashSet<>();
    private final CompletableFuture<Result> result = new CompletableFuture<>();
    private long startNanos;
    private long endNanos;
    private int unanswered;

    Run(EventLoopGroup loop, Duration length) {
        this.loop = loop;
        this.length = length;
    }

    /** Begins; the result comes when all is answered, or will not be. */
    final CompletableFuture<Result> start() {
        loop.execute(this::prepare);
        return result;
    }

    /** Makes the connections that are there from the beginning, and then calls {@link #begin()}. */
    abstract void prepare();

    /** Sends what is to be sent first. */
    abstract void go();

    final void begin() {
        startNanos = System.nanoTime();
        endNanos = startNanos + length.toNanos();
        go();
        later(endNanos, this::finishIfDone);
        later(endNanos + LAST_ANSWERS.toNanos(), this::giveUp);
    }

    /** Ends without having begun. */
    final void cannotBegin(String cause) {
        result.completeExceptionally(new IllegalStateException("The server takes no connections: " + cause));
        closeAll();
    }

    /** Whether a request may still begin at that time. */
    final boolean lasts(long nanos) {
        return nanos - endNanos < 0;
    }

    final void later(long atNanos, Runnable action) {
        var unused = loop.schedule(action, Math.max(0, atNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    /** Has requests begin so often, each told when it was due. */
    final void onSchedule(double perSecond, LongConsumer request) {
        tick(0, 1e9 / perSecond, request);
    }

    // Those that were due while the event loop was busy begin together.
    private void tick(long first, double gapNanos, LongConsumer request) {
        long number = first;
        long due = dueNanos(number, gapNanos);
        while (lasts(due) && due - System.nanoTime() <= 0) {
            request.accept(due);
            number++;
            due = dueNanos(number, gapNanos);
        }
        if (lasts(due)) {
            long next = number;
            later(due, () -> tick(next, gapNanos, request));
        }
    }

    private long dueNanos(long number, double gapNanos) {
        return startNanos + Math.round(number * gapNanos);
    }

    /** A request is due: there is no result before it is settled. */
    final void due() {
        unanswered++;
    }

    /** What became of a request. Where its end makes another one due, that one comes first. */
    final void settle(Outcome outcome, long dueNanos) {
        if (!result.isDone()) {
            tally.add(outcome, System.nanoTime() - dueNanos);
            unanswered--;
            finishIfDone();
        }
    }

    /** Has it closed at the end. */
    final void opened(Connection connection) {
        open.add(connection);
    }

    final void closed(Connection connection) {
        open.remove(connection);
    }

    private void finishIfDone() {
        long now = System.nanoTime();
        if (unanswered == 0 && !lasts(now)) {
            finish(now);
        }
    }

    private void giveUp() {
        if (!result.isDone()) {
            for (; unanswered > 0; unanswered--) {
                tally.fail("no answer in time");
            }
            finish(System.nanoTime());
        }
    }

    private void finish(long now) {
        result.complete(tally.result(Duration.ofNanos(now - startNanos)));
        closeAll();
    }

    private void closeAll() {
        Set.copyOf(open).forEach(Connection::close);
    }
}
