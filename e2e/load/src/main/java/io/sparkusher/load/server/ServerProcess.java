package io.sparkusher.load.server;

import io.sparkusher.load.client.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own, which ends with the bench in any case. */
public final class ServerProcess implements AutoCloseable {
    private static final Duration TO_BE_READY = Duration.ofMinutes(3);
    // Longer than any takes, one included that writes an archive of its classes at its end.
    private static final long SECONDS_TO_END = 60;
    private static final long LOOK_MILLIS = 3;
    private static final Pattern PORT = Pattern.compile("listens at https://\\S+:(\\d+)|Ready at (\\d+)");
    private static final Pattern READY = Pattern.compile("Ready after|Ready at");

    private final Process process;
    private final Thread guard;
    private final ServerFiles files;
    private final ProcessFigures figures;
    private final Duration start;

    private ServerProcess(List<String> command, ServerFiles files) throws IOException, InterruptedException {
        this.files = files;
        long begin = System.nanoTime();
        process = new ProcessBuilder(command)
                .redirectOutput(files.output().toFile())
                .redirectError(files.log().toFile())
                .start();
        guard = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(guard);
        figures = new ProcessFigures(process.pid());
        try {
            awaitReady(begin + TO_BE_READY.toNanos());
        } catch (IOException | InterruptedException | RuntimeException exception) {
            close();
            throw exception;
        }
        start = Duration.ofNanos(System.nanoTime() - begin);
    }

    /**
     * Returns when it says that it is ready.
     *
     * @throws IllegalStateException if it ends instead, or takes minutes
     */
    static ServerProcess start(List<String> command, ServerFiles files) throws IOException, InterruptedException {
        files.deleteOld();
        return new ServerProcess(command, files);
    }

    private void awaitReady(long deadline) throws IOException, InterruptedException {
        while (!READY.matcher(files.said()).find()) {
            if (!process.isAlive() || System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("A server does not become ready: see " + files.log());
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /** From the start of the process until it was ready. */
    public Duration start() {
        return start;
    }

    /** To put a load on it. */
    public Target target() throws IOException {
        return Target.at(port(), files.authority());
    }

    /** Its answer to one review. */
    public byte[] ask(byte[] review) throws IOException, InterruptedException {
        return OneReview.ask(port(), files.authority(), review);
    }

    private int port() throws IOException {
        Matcher said = PORT.matcher(Files.readString(files.output()));
        if (!said.find()) {
            throw new IllegalStateException("A server does not say where it listens: see " + files.output());
        }
        return Integer.parseInt(said.group(1) == null ? said.group(2) : said.group(1));
    }

    /** The CPU time that it has taken so far. */
    public Duration cpu() throws IOException {
        return figures.cpu();
    }

    /** The memory that it has in RAM. */
    public double residentMib() throws IOException {
        return figures.residentKib() / 1024.0;
    }

    /** Asks it to end, and makes it end where that takes too long. */
    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, SECONDS_TO_END, TimeUnit.SECONDS)
                .join();
        process.destroyForcibly();
        try {
            Runtime.getRuntime().removeShutdownHook(guard);
        } catch (IllegalStateException ending) {
            // The bench itself is ending, and the hook finds nothing left to do.
            return;
        }
    }
}
