package io.sparkusher.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MainTest {
    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    void namesWhatItCanDo() {
        assertEquals(0, run("--help"));
        assertTrue(output.toString().contains("serve") && output.toString().contains("preview"), output::toString);
    }

    @Test
    void saysThatItHasToBeToldWhatToDo() {
        assertEquals(2, run());
        assertEquals("Missing required subcommand\nTry: spark-usher --help\n", errors.toString());
    }

    @Test
    void tellsItsVersion() {
        assertEquals(0, run("--version"));
        assertTrue(output.toString().startsWith("Spark Usher "), output::toString);
    }

    private int run(String... arguments) {
        return Main.commandLine()
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
    }
}
