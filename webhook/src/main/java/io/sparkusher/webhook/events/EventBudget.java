package io.sparkusher.webhook.events;

import java.util.function.LongSupplier;

/** How many events may still be told of: a burst, and so many a second for longer. Not safe for several threads. */
final class EventBudget {
    private static final double NANOS_PER_SECOND = 1e9;

    private final int burst;
    private final int perSecond;
    private final LongSupplier nanoTime;
    private double left;
    private long asOf;

    EventBudget(int burst, int perSecond, LongSupplier nanoTime) {
        this.burst = burst;
        this.perSecond = perSecond;
        this.nanoTime = nanoTime;
        left = burst;
        asOf = nanoTime.getAsLong();
    }

    /** Whether there is room for one more, which is then taken. */
    boolean take() {
        long now = nanoTime.getAsLong();
        left = Math.min(burst, left + (now - asOf) / NANOS_PER_SECOND * perSecond);
        asOf = now;
        if (left < 1) {
            return false;
        }
        left -= 1;
        return true;
    }
}
