package io.sparkusher.e2e.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A command of this machine, as words. */
public record Command(List<String> words) {
    /** The words of a property's value; it knows no quotes, so none of them has a blank in it. */
    static Command ofProperty(String value) {
        return new Command(List.of(value.strip().split("\\s+")));
    }

    public Command with(String... more) {
        return new Command(Stream.concat(words.stream(), Stream.of(more)).toList());
    }

    /**
     * Runs it and waits for its end.
     *
     * @return what it printed, its error stream included
     * @throws AssertionError where it fails or takes longer; its output is in the message
     */
    public String run(Duration longest) {
        try {
            Path output = Files.createTempFile("command", ".out");
            try {
                return run(output, longest);
            } finally {
                Files.delete(output);
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(words.get(0) + " does not start", exception);
        }
    }

    private String run(Path output, Duration longest) throws IOException {
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.onExit()
                .thenApply(done -> true)
                .completeOnTimeout(false, longest.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        process.destroyForcibly();
        String said = Files.readString(output);
        if (!ended) {
            throw new AssertionError(this + " did not end within " + longest.toSeconds() + " s: " + said);
        }
        if (process.exitValue() != 0) {
            throw new AssertionError(this + " ended with exit code " + process.exitValue() + ": " + said);
        }
        return said;
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
