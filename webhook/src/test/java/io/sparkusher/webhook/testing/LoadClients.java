package io.sparkusher.webhook.testing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Clients that post reviews one after the other, each over one connection for as long as the server keeps it, until
 * nobody lets them in any more.
 */
public final class LoadClients implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    /** Gives a new connection. */
    @FunctionalInterface
    public interface Connector {
        TlsClient connect() throws IOException;
    }

    private final Connector connector;
    private final Consumer<HttpReply> check;
    private final byte[] review = RecordedReviews.executor();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final ExecutorService threads;
    private final List<Future<?>> ends = new ArrayList<>();

    private LoadClients(int clients, Connector connector, Consumer<HttpReply> check) {
        this.connector = connector;
        this.check = check;
        threads = Executors.newFixedThreadPool(clients);
        for (int client = 0; client < clients; client++) {
            ends.add(threads.submit(this::run));
        }
    }

    public static LoadClients start(int clients, Connector connector) {
        return start(clients, connector, reply -> {});
    }

    /**
     * Starts clients that look at their answers.
     *
     * @param check throws an error upon an answer that should not be; {@link #awaitEnd} throws it on
     */
    public static LoadClients start(int clients, Connector connector, Consumer<HttpReply> check) {
        return new LoadClients(clients, connector, check);
    }

    private void run() {
        while (!Thread.interrupted()) {
            try (TlsClient client = connector.connect()) {
                client.socket().startHandshake();
                postUntilClosed(client);
            } catch (IOException refused) {
                return;
            }
        }
    }

    private void postUntilClosed(TlsClient client) throws IOException {
        boolean open = true;
        while (open && !Thread.currentThread().isInterrupted()) {
            client.sendReview(review);
            open = !answer(client).saysClose();
        }
    }

    private HttpReply answer(TlsClient client) throws IOException {
        try {
            HttpReply reply = client.read();
            if (reply.status() != 200) {
                throw new AssertionError(reply);
            }
            check.accept(reply);
            answered.incrementAndGet();
            return reply;
        } catch (IOException exception) {
            unanswered.incrementAndGet();
            throw exception;
        }
    }

    /** Waits until so many more reviews have been answered. */
    public void awaitAnswers(int count) {
        int enough = answered.get() + count;
        while (answered.get() < enough && ends.stream().noneMatch(Future::isDone)) {
            Thread.onSpinWait();
        }
    }

    /** How many requests were sent to their last byte and got no answer. */
    public int unanswered() {
        return unanswered.get();
    }

    /** Waits until no client is let in any more. */
    public void awaitEnd() throws InterruptedException, ExecutionException, TimeoutException {
        for (Future<?> end : ends) {
            end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Has the clients end after their next answers, and waits for it. */
    public void finish() throws InterruptedException, ExecutionException, TimeoutException {
        threads.shutdownNow();
        awaitEnd();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
