package io.sparkusher.e2e.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process has of the machine's memory, as Linux counts it.
 *
 * @param residentKib now
 * @param peakKib the most it ever had
 */
record Memory(long residentKib, long peakKib) {
    private static final double KIB_IN_A_MIB = 1024;

    static Memory of(long process) throws IOException {
        String status = Files.readString(Path.of("/proc", String.valueOf(process), "status"));
        return new Memory(value("VmRSS", status), value("VmHWM", status));
    }

    private static long value(String name, String status) {
        Matcher line = Pattern.compile("(?m)^" + name + ":\\s+(\\d+) kB$").matcher(status);
        if (!line.find()) {
            throw new IllegalStateException("There is no " + name + " in " + status);
        }
        return Long.parseLong(line.group(1));
    }

    /** As a table says it. */
    String text() {
        return String.format(
                Locale.ROOT, "%.0f MiB (at most %.0f)", residentKib / KIB_IN_A_MIB, peakKib / KIB_IN_A_MIB);
    }
}
