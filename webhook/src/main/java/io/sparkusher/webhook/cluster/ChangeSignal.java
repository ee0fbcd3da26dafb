package io.sparkusher.webhook.cluster;

import java.time.Duration;

/** Tells one thread that something changed, a whole burst of changes at once. */
final class ChangeSignal {
    private final CoalescingSettings settings;
    private boolean raised;
    private long first;
    private long last;
    private long told;

    ChangeSignal(CoalescingSettings settings) {
        this.settings = settings;
        told = System.nanoTime() - settings.spacing().toNanos();
    }

    /** Something changed just now. */
    synchronized void raise() {
        last = System.nanoTime();
        if (!raised) {
            raised = true;
            first = last;
            notifyAll();
        }
    }

    /**
     * Waits for a change, then for the end of its burst, and until the last time that it told is long enough ago.
     *
     * @return whether something changed since the last time, within that time
     */
    synchronized boolean await(Duration limit) throws InterruptedException {
        long start = System.nanoTime();
        while (!raised) {
            long left = limit.toNanos() - (System.nanoTime() - start);
            if (left <= 0) {
                return false;
            }
            wait(millis(left));
        }
        long left = untilSettled();
        while (left > 0) {
            wait(millis(left));
            left = untilSettled();
        }
        raised = false;
        told = System.nanoTime();
        return true;
    }

    private long untilSettled() {
        long now = System.nanoTime();
        long untilOver = Math.min(
                settings.quiet().toNanos() - (now - last),
                settings.longestBurst().toNanos() - (now - first));
        return Math.max(untilOver, settings.spacing().toNanos() - (now - told));
    }

    // At least one, as a wait of none is one for ever.
    private static long millis(long nanos) {
        return Math.max(1, Duration.ofNanos(nanos).toMillis());
    }
}
