package io.sparkusher.webhook.status;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/** Does many things, a few at once. */
final class BoundedWork implements AutoCloseable {
    private final ExecutorService threads;

    BoundedWork(int atOnce) {
        threads = Executors.newFixedThreadPool(atOnce, task -> {
            Thread thread = new Thread(task, "status-write");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Whether the work succeeded on each; returns when it has been done on all. */
    <T> boolean all(List<T> items, Predicate<T> work) throws InterruptedException {
        List<Callable<Boolean>> tasks = items.stream()
                .map(item -> (Callable<Boolean>) () -> work.test(item))
                .toList();
        boolean good = true;
        for (Future<Boolean> result : threads.invokeAll(tasks)) {
            good &= succeeded(result);
        }
        return good;
    }

    private static boolean succeeded(Future<Boolean> result) throws InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException mistake) {
            throw new IllegalStateException(mistake.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
