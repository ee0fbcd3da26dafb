package io.sparkusher.e2e.node;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Creates pods at a steady rate, whatever becomes of them: the next is sent when its time has come, not when the one before
 * was answered. A pod that failed is sent again a moment later, as Spark does with executors, until it has been enough.
 */
final class SteadyCreation implements AutoCloseable {
    private static final int AT_A_TIME = 24;
    private static final int ATTEMPTS_OF_A_POD = 20;
    private static final Duration BEFORE_A_RETRY = Duration.ofMillis(500);
    private static final Duration TO_COME_TO_AN_END = Duration.ofMinutes(2);

    private final PodCreation creation;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService users = Executors.newFixedThreadPool(AT_A_TIME);
    private final Executor later =
            CompletableFuture.delayedExecutor(BEFORE_A_RETRY.toMillis(), TimeUnit.MILLISECONDS, users);
    private final Queue<Attempt> attempts = new ConcurrentLinkedQueue<>();
    private final AtomicInteger pods = new AtomicInteger();

    /** A party for each pod that is under way, and one for the clock. */
    private final Phaser underWay = new Phaser(1);

    private final ScheduledFuture<?> ticks;

    private SteadyCreation(PodCreation creation, int perSecond) {
        this.creation = creation;
        this.ticks = clock.scheduleAtFixedRate(this::begin, 0, 1_000_000 / perSecond, TimeUnit.MICROSECONDS);
    }

    static SteadyCreation start(PodCreation creation, int perSecond) {
        return new SteadyCreation(creation, perSecond);
    }

    private void begin() {
        int pod = pods.getAndIncrement();
        underWay.register();
        send(pod, 1);
    }

    private void send(int pod, int time) {
        users.execute(() -> {
            Attempt attempt = creation.attempt(pod);
            attempts.add(attempt);
            if (attempt.failed() && time < ATTEMPTS_OF_A_POD) {
                later.execute(() -> send(pod, time + 1));
            } else {
                underWay.arriveAndDeregister();
            }
        });
    }

    /** Waits until so many more pods were sent, those that failed included. */
    void awaitMore(int more) {
        int enough = pods.get() + more;
        await("more pods").atMost(NodeCluster.TO_SETTLE).until(() -> pods.get() >= enough);
    }

    /** Begins no further pod, waits for those under way, and says what became of all. */
    Creations stop() throws InterruptedException, TimeoutException {
        ticks.cancel(false);
        clock.execute(() -> underWay.arriveAndDeregister());
        underWay.awaitAdvanceInterruptibly(0, TO_COME_TO_AN_END.toSeconds(), TimeUnit.SECONDS);
        return Creations.of(attempts);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        users.shutdownNow();
    }
}
