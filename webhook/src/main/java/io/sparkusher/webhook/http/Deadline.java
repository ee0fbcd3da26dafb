package io.sparkusher.webhook.http;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A time by which something has to happen, which moves with every request. To move it back costs no timer: the one that
 * runs looks, when it fires, whether it is needed again. To be used on one event loop.
 */
final class Deadline {
    private final Vertx vertx;
    private @Nullable Runnable action;
    private long dueNanos;
    private boolean isArmed;
    private long timer;
    private long firesNanos;

    Deadline(Vertx vertx) {
        this.vertx = vertx;
    }

    /** From now on it is so far away, and this is what happens then. */
    void set(Duration time, Runnable whatHappens) {
        action = whatHappens;
        dueNanos = System.nanoTime() + time.toNanos();
        if (!isArmed || firesNanos - dueNanos > 0) {
            arm();
        }
    }

    /** There is none any more. */
    void cancel() {
        action = null;
        disarm();
    }

    private void arm() {
        disarm();
        isArmed = true;
        firesNanos = dueNanos;
        // Rounded up: a timer that fires early would only have to run again.
        long millis = TimeUnit.NANOSECONDS.toMillis(dueNanos - System.nanoTime()) + 1;
        timer = vertx.setTimer(Math.max(1, millis), fired -> fired());
    }

    private void disarm() {
        if (isArmed) {
            vertx.cancelTimer(timer);
            isArmed = false;
        }
    }

    private void fired() {
        isArmed = false;
        @Nullable Runnable due = action;
        if (due == null) {
            return;
        }
        if (System.nanoTime() - dueNanos < 0) {
            arm();
        } else {
            action = null;
            due.run();
        }
    }
}
