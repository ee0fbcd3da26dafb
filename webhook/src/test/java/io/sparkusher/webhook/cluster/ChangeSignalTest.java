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
        ChangeSignal signal = new ChangeSignal(new CoalescingSettings(Duration.ofMillis(1), LONG, Duration.ZERO));
        signal.raise();
        signal.raise();

        assertTrue(signal.await(LONG));
        assertFalse(signal.await(Duration.ZERO));
    }

    @Test
    void waitsForQuiet() throws InterruptedException {
        Duration quiet = Duration.ofMillis(200);
        ChangeSignal signal = new ChangeSignal(new CoalescingSettings(quiet, LONG, Duration.ZERO));
        long start = System.nanoTime();
        signal.raise();

        assertTrue(signal.await(LONG));
        assertTrue(System.nanoTime() - start >= quiet.toNanos());
    }

    @Test
    void doesNotWaitForQuietForEver() throws InterruptedException {
        ChangeSignal signal = new ChangeSignal(new CoalescingSettings(LONG, Duration.ofMillis(100), Duration.ZERO));
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
        ChangeSignal signal = new ChangeSignal(new CoalescingSettings(Duration.ZERO, LONG, Duration.ZERO));
        Thread other = new Thread(signal::raise);
        other.start();

        assertTrue(signal.await(LONG));
        other.join();
    }

    @Test
    void tellsTheFirstTimeWithoutWaitingForTheSpacing() throws InterruptedException {
        ChangeSignal signal = new ChangeSignal(new CoalescingSettings(Duration.ZERO, LONG, LONG));
        long start = System.nanoTime();
        signal.raise();

        assertTrue(signal.await(LONG));
        assertTrue(System.nanoTime() - start < LONG.toNanos());
    }

    @Test
    void tellsNoSoonerThanTheSpacingAfterTheLastTime() throws InterruptedException {
        Duration spacing = Duration.ofMillis(200);
        ChangeSignal signal = new ChangeSignal(new CoalescingSettings(Duration.ZERO, LONG, spacing));
        long start = System.nanoTime();
        for (int times = 0; times < 3; times++) {
            signal.raise();
            assertTrue(signal.await(LONG));
        }

        assertTrue(System.nanoTime() - start >= 2 * spacing.toNanos());
    }

    @Test
    void forgetsNothingThatChangesWhileItIsSpacing() throws InterruptedException {
        ChangeSignal signal = new ChangeSignal(new CoalescingSettings(Duration.ZERO, LONG, Duration.ofMillis(50)));
        signal.raise();
        assertTrue(signal.await(LONG));
        signal.raise();
        signal.raise();

        assertTrue(signal.await(LONG));
        assertFalse(signal.await(Duration.ZERO));
    }

    @Test
    void hasAChangeInForceWithinASecond() {
        CoalescingSettings settings = CoalescingSettings.defaults();

        assertTrue(settings.quiet().compareTo(Duration.ofMillis(50)) <= 0);
        assertTrue(settings.longestBurst().compareTo(Duration.ofMillis(500)) <= 0);
        assertTrue(settings.spacing().compareTo(Duration.ofMillis(500)) <= 0);
    }
}
