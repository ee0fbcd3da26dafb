package io.sparkusher.load.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Puts loads on servers, one after the other, by one thread of its own. */
public final class LoadGenerator implements AutoCloseable {
    private final EventLoop loop = EventLoop.best();

    /**
     * Puts a load on a server for so long. Returns when all is answered, or will not be.
     *
     * @throws IllegalStateException if the server takes no connections
     */
    public Result run(Target target, Load load, PreparedRequest request, Duration length) throws InterruptedException {
        CompletableFuture<Result> result =
                begin(new Wire(loop, target), load, request, length).start();
        try {
            return result.get();
        } catch (ExecutionException exception) {
            throw new IllegalStateException("There was no load: " + exception.getCause(), exception);
        }
    }

    private Run begin(Wire wire, Load load, PreparedRequest request, Duration length) {
        if (load instanceof Load.Closed closed) {
            return new ClosedRun(loop.group(), wire, request, closed, length);
        }
        if (load instanceof Load.Open open) {
            return new OpenRun(loop.group(), wire, request, open, length);
        }
        return new FreshRun(loop.group(), wire, request, (Load.Fresh) load, length);
    }

    /** How it works: which of the two kinds of sockets and of TLS it found. */
    public static String description() {
        return EventLoop.description() + " and " + Target.description();
    }

    @Override
    public void close() {
        loop.group().shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
