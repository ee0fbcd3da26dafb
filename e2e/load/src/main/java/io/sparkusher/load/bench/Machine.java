package io.sparkusher.load.bench;

import io.netty.util.Version;
import io.sparkusher.load.client.LoadGenerator;
import io.sparkusher.load.page.Section;
import io.sparkusher.load.page.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * On what the figures were measured.
 *
 * @param revision of the source
 * @param options of the server's JVM
 * @param pinned whether each server had a core of its own
 */
record Machine(String revision, List<String> options, boolean pinned) implements Section {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final Path SIBLINGS = Path.of("/sys/devices/system/cpu/cpu0/topology/thread_siblings_list");
    private static final Pattern TOGETHER = Pattern.compile("0[-,]1");
    private static final Pattern MODEL = Pattern.compile("(?m)^model name\\s*: (.*)$");
    private static final Pattern CORE = Pattern.compile("(?m)^processor\\s*:");

    /** How many cores the machine has, whatever this process may use of them. */
    static int cores() throws IOException {
        return Math.toIntExact(
                CORE.matcher(Files.readString(PROCESSORS)).results().count());
    }

    @Override
    public String name() {
        return "machine";
    }

    @Override
    public String markdown() {
        try {
            return table().toString();
        } catch (IOException exception) {
            throw new IllegalStateException("The kernel does not say what machine this is", exception);
        }
    }

    private Table table() throws IOException {
        return new Table("What", "Which")
                .row("Date", LocalDate.now(ZoneOffset.UTC).toString())
                .row("Source", revision)
                .row("Processor", processor() + ", " + cores() + " cores")
                .row("Cores of the servers and of the load", separation())
                .row(
                        "Kernel",
                        Files.readString(Path.of("/proc/sys/kernel/osrelease")).strip())
                .row("JDK", System.getProperty("java.vendor") + " " + Runtime.version())
                .row("Server's JVM options", "`" + String.join(" ", options) + "`")
                .row("Netty", netty())
                .row("Client", LoadGenerator.description() + ", HTTP/1.1 over TLS 1.3");
    }

    private String separation() throws IOException {
        if (!pinned) {
            return "not separated";
        }
        // Two threads of one core take time from each other.
        boolean siblings = Files.exists(SIBLINGS)
                && TOGETHER.matcher(Files.readString(SIBLINGS).strip()).matches();
        return siblings ? "one each, which are two threads of one core" : "one each";
    }

    private static String processor() throws IOException {
        Matcher model = MODEL.matcher(Files.readString(PROCESSORS));
        return model.find() ? Objects.requireNonNull(model.group(1)) : System.getProperty("os.arch");
    }

    private static String netty() {
        // In one jar with everything else only one of its parts is told of; all are of one version.
        return Version.identify().values().stream()
                .map(Version::artifactVersion)
                .findFirst()
                .orElse("not known");
    }
}
