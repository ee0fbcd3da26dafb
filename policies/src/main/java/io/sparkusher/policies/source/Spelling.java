package io.sparkusher.policies.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody who misspelt a name may have meant. */
final class Spelling {
    private Spelling() {}

    /** The nearest of the names, empty where none is near. */
    static Optional<String> nearest(String written, Collection<String> names) {
        int tolerance = Math.max(2, written.length() / 3);
        return names.stream()
                .filter(name -> distance(written, name) <= tolerance)
                .min(Comparator.<String>comparingInt(name -> distance(written, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** {@code ; did you mean NAME?}, or what there is where nothing is near. */
    static String advice(String written, Collection<String> names) {
        return nearest(written, names)
                .map(name -> "; did you mean " + name + "?")
                .orElseGet(() -> "; there are "
                        + String.join(", ", names.stream().sorted().toList()));
    }

    /** Levenshtein's distance, without regard to case. */
    private static int distance(String first, String second) {
        String left = first.toLowerCase(Locale.ROOT);
        String right = second.toLowerCase(Locale.ROOT);
        int[] row = new int[right.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= left.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                int change = diagonal + (left.charAt(line - 1) == right.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(change, Math.min(row[column], row[column - 1]) + 1);
            }
        }
        return row[right.length()];
    }
}
