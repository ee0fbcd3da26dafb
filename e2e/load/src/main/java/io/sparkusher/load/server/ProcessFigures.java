package io.sparkusher.load.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Linux counts of a process. */
public final class ProcessFigures {
    // What the kernel counts by, whatever its own clock: proc(5) calls it USER_HZ, and it is 100 on all processors.
    private static final long NANOS_OF_A_TICK = 10_000_000;
    // After the name in brackets, which may hold blanks and brackets itself, field 3 comes first.
    private static final int USER_TIME = 14 - 3;
    private static final int SYSTEM_TIME = 15 - 3;
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB$");

    private final Path folder;

    ProcessFigures(long pid) {
        folder = Path.of("/proc", Long.toString(pid));
    }

    /** Of the process that asks. */
    public static ProcessFigures own() {
        return new ProcessFigures(ProcessHandle.current().pid());
    }

    /** The CPU time that it has taken. */
    public Duration cpu() throws IOException {
        return cpuOf(Files.readString(folder.resolve("stat")));
    }

    /** The KiB of memory that it has in RAM. */
    long residentKib() throws IOException {
        return residentOf(Files.readString(folder.resolve("status")));
    }

    static Duration cpuOf(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]);
        return Duration.ofNanos(ticks * NANOS_OF_A_TICK);
    }

    static long residentOf(String status) {
        Matcher line = RESIDENT.matcher(status);
        if (!line.find()) {
            throw new IllegalArgumentException("A process that has ended has no memory");
        }
        return Long.parseLong(line.group(1));
    }
}
