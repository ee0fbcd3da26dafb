package io.sparkusher.webhook.wake;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets one thread sleep until there is something to do. Any number of calls while it is awake are one. */
public final class WakeUp {
    private final Semaphore calls = new Semaphore(0);

    /** Ends the sleep, or keeps the next one from beginning. Returns at once. */
    public void call() {
        if (calls.availablePermits() == 0) {
            calls.release();
        }
    }

    /** Sleeps until somebody calls, at most that long; whether somebody did. */
    public boolean await(Duration longest) throws InterruptedException {
        boolean called = calls.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
        calls.drainPermits();
        return called;
    }

    /** Returns when a thread that was asked to end has done so, or this one is interrupted, which it stays. */
    public static void awaitEnd(Thread asked) {
        try {
            asked.join();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
