package io.sparkusher.e2e.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.spark.SparkEnv;

/** Something to look at in a container, written as {@code KIND:NAME}. */
enum Probe {
    /** The text of a file, or {@code none}. */
    FILE {
        @Override
        String find(String path, String who) throws IOException {
            Path file = Path.of(path);
            return Files.exists(file) ? Files.readString(file) : NONE;
        }
    },
    /** Waits for a file that somebody else makes, and gives its text. */
    AWAIT {
        @Override
        String find(String path, String who) throws IOException {
            while (!Files.exists(Path.of(path))) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            }
            return FILE.find(path, who);
        }
    },
    /** Writes a file into a folder, and gives what is in it then. */
    WRITE {
        @Override
        String find(String folder, String who) throws IOException {
            Path file = Path.of(folder).resolve(who);
            return Files.readString(Files.writeString(file, who + " was here"));
        }
    },
    /** A variable of the environment, or {@code none}. */
    ENV {
        @Override
        String find(String name, String who) {
            return Objects.requireNonNullElse(System.getenv(name), NONE);
        }
    },
    /** A property of the JVM, or {@code none}. */
    PROPERTY {
        @Override
        String find(String name, String who) {
            return System.getProperty(name, NONE);
        }
    },
    /** A property of Spark, as this process knows it, or {@code none}. */
    CONF {
        @Override
        String find(String name, String who) {
            return SparkEnv.get().conf().get(name, NONE);
        }
    },
    /** The status that the API server answers to {@code METHOD PATH}, asked with the pod's own token. */
    STATUS {
        @Override
        String find(String call, String who) throws IOException {
            String[] words = call.split(" ", 2);
            return Integer.toString(OwnAccount.status(words[0], words[1]));
        }
    },
    /** The words of the command that started this JVM. */
    COMMAND {
        @Override
        String find(String ignored, String who) throws IOException {
            return Files.readString(Path.of("/proc/self/cmdline")).replace('\0', ' ');
        }
    };

    private static final String NONE = "none";

    abstract String find(String name, String who) throws IOException;

    /** A probe with its name. */
    record Named(Probe probe, String name) {
        /** What it finds, on one line. */
        String look(String who) {
            try {
                return probe.find(name, who).strip().replace("\n", "\\n").replace("\t", " ");
            } catch (IOException exception) {
                return "failed: " + exception;
            }
        }
    }

    static Named parse(String text) {
        int colon = text.indexOf(':');
        return new Named(valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT)), text.substring(colon + 1));
    }
}
