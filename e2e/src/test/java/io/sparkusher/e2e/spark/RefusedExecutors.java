package io.sparkusher.e2e.spark;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Executors that Spark Usher refused, as the log of their driver has it.
 *
 * @param sentence what it said of the last one
 * @param times when Spark logged each, to the second
 */
record RefusedExecutors(String sentence, List<LocalDateTime> times) {
    /** The pattern of Spark's own log4j2-defaults.properties. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yy/MM/dd HH:mm:ss");

    private static final Pattern TIMED = Pattern.compile("\\d\\d/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d ");
    private static final int TIME_LENGTH = "yy/MM/dd HH:mm:ss".length();

    /** Spark logs a line with the time, and on the next one the exception, whose cause says the same once more. */
    static RefusedExecutors in(String driverLog) {
        List<LocalDateTime> times = new ArrayList<>();
        String sentence = "";
        String logged = "";
        for (String line : driverLog.lines().toList()) {
            if (TIMED.matcher(line).lookingAt()) {
                logged = line;
            } else if (DenialSentence.isIn(line) && !line.startsWith("Caused by")) {
                times.add(LocalDateTime.parse(logged.substring(0, TIME_LENGTH), TIME));
                sentence = DenialSentence.in(line);
            }
        }
        return new RefusedExecutors(sentence, times);
    }

    int count() {
        return times.size();
    }

    /** How often it asked. */
    String pace() {
        Duration time = Duration.between(times.get(0), times.get(times.size() - 1));
        return "%d times in %d s".formatted(times.size() - 1, time.toSeconds());
    }
}
