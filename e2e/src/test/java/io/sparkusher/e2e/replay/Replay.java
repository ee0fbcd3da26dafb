package io.sparkusher.e2e.replay;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Submits applications as fast as the API server takes them: each a driver and then, all at once, its executors. */
final class Replay {
    /** Times the pods of an application, this many requests are under way: more only make each of them slower. */
    private static final int APPLICATIONS_AT_ONCE = 4;

    private static final Duration AT_MOST = Duration.ofMinutes(20);

    private final PodCreator creator;
    private final AtomicInteger created = new AtomicInteger();
    private final Queue<String> refusals = new ConcurrentLinkedQueue<>();

    private Replay(PodCreator creator) {
        this.creator = creator;
    }

    static Tally of(PodCreator creator, List<Application> applications) throws InterruptedException {
        return new Replay(creator).submit(applications);
    }

    private Tally submit(List<Application> applications) throws InterruptedException {
        ExecutorService users = Executors.newFixedThreadPool(APPLICATIONS_AT_ONCE);
        try {
            List<Callable<Object>> submissions = applications.stream()
                    .map(application -> Executors.callable(() -> submit(application)))
                    .toList();
            long begin = System.nanoTime();
            users.invokeAll(submissions, AT_MOST.toSeconds(), TimeUnit.SECONDS);
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            return new Tally(applications.size() * Application.PODS, created.get(), List.copyOf(refusals), took);
        } finally {
            users.shutdownNow();
        }
    }

    private void submit(Application application) {
        if (counted(creator.create(application.namespace(), application.driver())
                        .join())
                instanceof Creation.Created driver) {
            String uid = driver.uid();
            Stream<CompletableFuture<Creation>> executors = IntStream.rangeClosed(1, Application.EXECUTORS)
                    .mapToObj(number -> creator.create(application.namespace(), application.executor(number, uid)));
            executors.toList().forEach(executor -> counted(executor.join()));
        }
    }

    private Creation counted(Creation creation) {
        if (creation instanceof Creation.Refused refused) {
            refusals.add(refused.why());
        } else {
            created.incrementAndGet();
        }
        return creation;
    }
}
