package io.sparkusher.e2e.spark;

import java.time.Duration;
import java.util.Locale;
import org.junit.platform.engine.TestExecutionResult;

/**
 * What became of one test of a scenario.
 *
 * @param spark the Spark that it ran with; empty where it did not come to that
 */
record ProofLine(int scenario, String title, String sentence, String spark, Outcome outcome, Duration time) {
    enum Outcome {
        PASSED,
        FAILED,
        SKIPPED;

        static Outcome of(TestExecutionResult.Status status) {
            return switch (status) {
                case SUCCESSFUL -> PASSED;
                case FAILED -> FAILED;
                case ABORTED -> SKIPPED;
            };
        }

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The words of a method's name. */
    static String sentence(String method) {
        String words = method.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ")
                .toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
