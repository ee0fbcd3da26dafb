package io.sparkusher.webhook.provision;

import java.time.Duration;

/** Tells one thread that others changed something. */
final class DirtyFlag {
    private boolean dirty = true;

    synchronized void mark() {
        dirty = true;
        notifyAll();
    }

    /** Returns when something has changed since it returned last, or when the time is over. */
    synchronized void await(Duration longest) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        long left = longest.toMillis();
        while (!dirty && left > 0) {
            wait(left);
            left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        }
        dirty = false;
    }
}
