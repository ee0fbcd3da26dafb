package io.sparkusher.e2e.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Sends each request when it is due, whatever became of those before. An answer's time counts from then, so that what a
 * slow answer keeps waiting is not left out.
 */
record OpenLoop(int perSecond) {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final double MILLISECOND = Duration.ofMillis(1).toNanos();

    /** Every request must be one that creates. */
    Latencies run(Duration duration, Supplier<CompletableFuture<Creation>> request) {
        long between = SECOND / perSecond;
        long count = duration.toNanos() / between;
        List<CompletableFuture<Double>> answers = new ArrayList<>();
        long begin = System.nanoTime() + between;
        for (long number = 0; number < count; number++) {
            long due = begin + number * between;
            waitUntil(due);
            answers.add(request.get().thenApply(answer -> {
                long took = System.nanoTime() - due;
                answer.require();
                return took / MILLISECOND;
            }));
        }
        return Latencies.of(answers.stream().map(CompletableFuture::join).toList());
    }

    private static void waitUntil(long due) {
        for (long rest = due - System.nanoTime(); rest > 0; rest = due - System.nanoTime()) {
            LockSupport.parkNanos(rest);
        }
    }
}
