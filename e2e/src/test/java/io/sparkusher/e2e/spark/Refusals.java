package io.sparkusher.e2e.spark;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Executors that Spark Usher refused, as the log of their driver has it.
 *
 * @param sentence what it said of the last one
 * @param times when Spark logged each, to the second
 */
record Refusals(String sentence, List<LocalDateTime> times) {
    /** The pattern of Spark's own log4j2-defaults.properties. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yy/MM/dd HH:mm:ss");

    private static final int TIME_LENGTH = "yy/MM/dd HH:mm:ss".length();

    static Refusals in(String driverLog) {
        List<String> lines = driverLog
                .lines()
                .filter(line -> line.matches("\\d\\d/.*") && DenialSentence.isIn(line))
                .toList();
        return new Refusals(
                lines.isEmpty() ? "" : DenialSentence.in(lines.get(lines.size() - 1)),
                lines.stream()
                        .map(line -> LocalDateTime.parse(line.substring(0, TIME_LENGTH), TIME))
                        .toList());
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
