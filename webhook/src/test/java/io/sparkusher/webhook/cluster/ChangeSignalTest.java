package io.sparkusher.webhook.cluster;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ChangeSignalTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void tellsOnceOfManyChanges() throws InterruptedException {
        ChangeSignal signal = new ChangeSignal(new CoalescingSettings(Duration.ofMillis(1), LONG));
        signal.raise();
        signal.raise();

        assertTrue(signal.await(LONG));
        assertFalse(signal.await(Duration.ZERO));
    }

    @Test
    void waitsForQuiet() throws InterruptedException {
        Duration quiet = Duration.ofMillis(200);
        ChangeSignal signal = new ChangeSignal(new CoalescingSettings(quiet, LONG));
        long start = System.nanoTime();
        signal.raise();

        assertTrue(signal.await(LONG));
        assertTrue(System.nanoTime() - start >= quiet.toNanos());
    }

    @Test
    void doesNotWaitForQuietForEver() throws InterruptedException {
        ChangeSignal signal = new ChangeSignal(new CoalescingSettings(LONG, Duration.ofMillis(100)));
        AtomicBoolean over = new AtomicBoolean();
        Thread restless = new Thread(() -> {
            while (!over.get()) {
                signal.raise();
            }
        });
        restless.start();

        assertTrue(signal.await(LONG));
        over.set(true);
        restless.join();
    }

    @Test
    void tellsOfAChangeFromAnotherThread() throws InterruptedException {
        ChangeSignal signal = new ChangeSignal(new CoalescingSettings(Duration.ZERO, LONG));
        Thread other = new Thread(signal::raise);
        other.start();

        assertTrue(signal.await(LONG));
        other.join();
    }
}
