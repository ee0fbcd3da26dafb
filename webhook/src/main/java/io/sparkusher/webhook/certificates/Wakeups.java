package io.sparkusher.webhook.certificates;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes a thread that waits, or that is about to. */
final class Wakeups {
    private final Semaphore wakeups = new Semaphore(0);

    void wake() {
        wakeups.release();
    }

    /** Returns at once if it has been woken since it last returned, otherwise then, or after that time. */
    void await(Duration longest) throws InterruptedException {
        if (wakeups.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            wakeups.drainPermits();
        }
    }
}
