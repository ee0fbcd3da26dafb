package io.sparkusher.webhook.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sparkusher.webhook.testing.Eventually;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofMillis(1);
    private static final int MOVES = 100;

    private final TimerCounter counter = new TimerCounter();
    private final Vertx vertx = Vertx.builder().withTransport(counter).build();
    private final Deadline deadline = new Deadline(vertx);
    private final List<String> happened = new CopyOnWriteArrayList<>();

    @AfterEach
    void end() {
        vertx.close().await();
    }

    @Test
    void costsNoNewTimerWhenItIsMovedBack() {
        onEventLoop(() -> {
            for (int move = 0; move < MOVES; move++) {
                set(LONG, "move " + move);
            }
        });

        assertEquals(1, counter.timers());
    }

    @Test
    void looksOnceMoreWhereItWasMovedBackAndDoesNothingBefore() {
        onEventLoop(() -> {
            set(SHORT, "first");
            set(LONG, "second");
        });

        Eventually.holds("the first timer fires", () -> counter.timers() > 1 || !happened.isEmpty());
        assertEquals(2, counter.timers());
        assertEquals(List.of(), happened);
    }

    @Test
    void doesWhatWasSaidLast() {
        onEventLoop(() -> {
            set(SHORT, "first");
            set(SHORT.multipliedBy(2), "second");
        });

        Eventually.holds("its time comes", () -> !happened.isEmpty());
        assertEquals(List.of("second"), happened);
    }

    @Test
    void comesEarlierWhereItIsMovedForward() {
        onEventLoop(() -> {
            set(LONG, "first");
            set(SHORT, "second");
        });

        Eventually.holds("its time comes", () -> !happened.isEmpty());
        assertEquals(List.of("second"), happened);
    }

    private void set(Duration time, String what) {
        deadline.set(time, () -> happened.add(what));
    }

    private void onEventLoop(Runnable work) {
        CompletableFuture.runAsync(work, task -> vertx.runOnContext(started -> task.run()))
                .join();
    }
}
