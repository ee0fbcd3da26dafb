package io.sparkusher.e2e.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The processes of the control plane, each a line {@code PID NAME} of a file. */
record ControlPlane(Path processes) {
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    /** Does something while a process does nothing, as if its machine could not be reached; then the process goes on. */
    void whileAway(String name, Runnable something) {
        String process = processOf(name);
        signal("STOP", process);
        try {
            something.run();
        } finally {
            signal("CONT", process);
        }
    }

    private String processOf(String name) {
        try {
            return Files.readAllLines(processes).stream()
                    .filter(line -> line.endsWith(" " + name))
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(processes + " lists no " + name));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static void signal(String signal, String process) {
        new Command(List.of("kill", "-" + signal, process)).run(AT_ONCE);
    }
}
