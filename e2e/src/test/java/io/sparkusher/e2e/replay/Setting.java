package io.sparkusher.e2e.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where and when figures were taken.
 *
 * @param processor what the machine calls it
 * @param processors how many of them
 * @param java the version that servers ran on
 */
record Setting(String processor, int processors, String java, String kubernetes, LocalDate day) {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final Pattern MODEL = Pattern.compile("(?m)^model name\\s*: (.+)$");
    private static final Pattern JAVA = Pattern.compile("(?m)^JAVA_RUNTIME_VERSION=\"(.+)\"$");

    static Setting of(Comparison comparison) throws IOException {
        Path home = comparison.settings().java().toRealPath().resolve("../..").normalize();
        return new Setting(
                first(MODEL, PROCESSORS),
                Runtime.getRuntime().availableProcessors(),
                first(JAVA, home.resolve("release")),
                comparison.client().getKubernetesVersion().getGitVersion(),
                LocalDate.now(Clock.systemUTC()));
    }

    private static String first(Pattern pattern, Path file) throws IOException {
        Matcher matcher = pattern.matcher(Files.exists(file) ? Files.readString(file) : "");
        return matcher.find() ? matcher.group(1).strip() : "unknown";
    }

    /** As a sentence. */
    String text() {
        return String.format(
                Locale.ROOT,
                "Measured on %s with Kubernetes %s and everything else on the same machine, which has %d processors (%s); Java %s.",
                day,
                kubernetes,
                processors,
                processor,
                java);
    }
}
