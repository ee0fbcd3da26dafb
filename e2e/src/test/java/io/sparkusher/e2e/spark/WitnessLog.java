package io.sparkusher.e2e.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sparkusher.e2e.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** What a driver of the jobs of these tests wrote, wherever it ran. */
record WitnessLog(String text) {
    /** What a driver on this machine has written so far. */
    static WitnessLog of(ChildProcess driver) {
        try {
            return new WitnessLog(Files.readString(driver.log()));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** The rest of every line that begins with a word. */
    List<String> after(String word) {
        return text.lines()
                .filter(line -> line.startsWith(word + "\t"))
                .map(line -> line.substring(word.length() + 1))
                .toList();
    }

    /** What every process of a role found by a probe that says the same in all of them. */
    String agreed(String role, String probe) {
        List<String> found = found(role, probe).stream().distinct().toList();
        assertEquals(1, found.size(), () -> "of each " + role + ", by " + probe + ": " + found);
        return found.get(0);
    }

    /** What processes of a role found by a probe, a line for each process. */
    List<String> found(String role, String probe) {
        return after("WITNESS").stream()
                .map(line -> line.split("\t", 3))
                .filter(words -> words.length == 3)
                .filter(words -> words[0].startsWith(role) && words[1].equals(probe))
                .map(words -> words[2])
                .toList();
    }
}
