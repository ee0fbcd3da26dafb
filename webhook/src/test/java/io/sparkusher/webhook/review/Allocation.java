package io.sparkusher.webhook.review;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts what a review allocates. */
final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int REVIEWS = 100;
    private static final int ROUNDS = 300;

    private Allocation() {}

    /**
     * The least bytes of one review that any round of reviews had, until one had few enough. Code allocates more before
     * it is compiled, and when that will be nobody can say on a busy machine.
     */
    static long of(Reviewer reviewer, byte[] body, long enough) {
        long least = Long.MAX_VALUE;
        for (int round = 0; least > enough && round < ROUNDS; round++) {
            least = Math.min(least, ofRound(reviewer, body));
        }
        return least;
    }

    private static long ofRound(Reviewer reviewer, byte[] body) {
        long thread = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(thread);
        for (int review = 0; review < REVIEWS; review++) {
            reviewer.review(body);
        }
        return (THREADS.getThreadAllocatedBytes(thread) - before) / REVIEWS;
    }
}
