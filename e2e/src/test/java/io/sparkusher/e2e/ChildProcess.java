package io.sparkusher.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that ends with the test which started it, and whose output is kept. */
public final class ChildProcess implements AutoCloseable {
    private static final long SECONDS_TO_END = 30;

    private final Process process;
    private final Path log;

    private ChildProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts a command, with both of its output streams in one file. */
    public static ChildProcess start(List<String> command, Path log) {
        return start(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()), log);
    }

    /** Starts a command whose standard output is its result. */
    public static ChildProcess start(List<String> command, Path output, Path log) {
        return start(new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(log.toFile()), log);
    }

    private static ChildProcess start(ProcessBuilder builder, Path log) {
        try {
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return new ChildProcess(process, log);
        } catch (IOException exception) {
            throw new UncheckedIOException(builder.command().get(0) + " does not start", exception);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public Path log() {
        return log;
    }

    /** Waits for the end, and fails where it is no success or does not come in time. */
    public void requireSuccess(Duration time) {
        process.onExit()
                .completeOnTimeout(process, time.toSeconds(), TimeUnit.SECONDS)
                .join();
        if (process.isAlive()) {
            throw new AssertionError("Still running after " + time.toSeconds() + " s; its output is in " + log);
        }
        if (process.exitValue() != 0) {
            throw new AssertionError("Exit code " + process.exitValue() + "; its output is in " + log);
        }
    }

    long pid() {
        return process.pid();
    }

    /** Ends it at once, by SIGKILL. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Asks it to end, as a kubelet does, and fails where it must be killed. */
    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, SECONDS_TO_END, TimeUnit.SECONDS)
                .join();
        if (process.isAlive()) {
            process.destroyForcibly();
            throw new AssertionError("Did not end within " + SECONDS_TO_END + " s of SIGTERM; its output is in " + log);
        }
    }
}
