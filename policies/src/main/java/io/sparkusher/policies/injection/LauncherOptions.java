package io.sparkusher.policies.injection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Options of a JVM in one text, as Spark's launcher takes it apart: at white space, but for what stands in single or
 * double quotes or after a backslash. Within single quotes a backslash is one; within double quotes it is not.
 */
final class LauncherOptions {
    private static final String SPECIAL = "\\\"'";

    private final List<String> options = new ArrayList<>();
    private final StringBuilder option = new StringBuilder();
    private boolean started;
    private boolean escaped;
    private char quote;

    private LauncherOptions() {}

    /** The options in the text, empty where a quote is not closed: the launcher refuses that. */
    static Optional<List<String>> parse(String text) {
        LauncherOptions parser = new LauncherOptions();
        text.chars().forEach(character -> parser.read((char) character));
        if (parser.escaped || parser.quote != 0) {
            return Optional.empty();
        }
        parser.end();
        return Optional.of(List.copyOf(parser.options));
    }

    /** The option as a text that is taken apart into it alone. */
    static String quoted(String option) {
        boolean plain = !option.isEmpty()
                && option.chars().noneMatch(character -> Character.isWhitespace(character) || isSpecial(character));
        return plain ? option : '"' + option.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static boolean isSpecial(int character) {
        return SPECIAL.indexOf(character) >= 0;
    }

    private void read(char character) {
        if (escaped) {
            option.append(character);
            escaped = false;
        } else if (character == '\\' && quote != '\'') {
            started = true;
            escaped = true;
        } else if (quote == 0) {
            readUnquoted(character);
        } else if (character == quote) {
            quote = 0;
        } else {
            option.append(character);
        }
    }

    private void readUnquoted(char character) {
        if (Character.isWhitespace(character)) {
            end();
            return;
        }
        started = true;
        if (isSpecial(character)) {
            quote = character;
        } else {
            option.append(character);
        }
    }

    private void end() {
        if (started) {
            options.add(option.toString());
            option.setLength(0);
            started = false;
        }
    }
}
