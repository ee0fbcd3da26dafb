package io.sparkusher.webhook.preview;

import java.util.Optional;

/**
 * One row of a diff.
 *
 * @param kind what became of the line
 * @param line the line as it was or, where it was added, as it is now
 * @param author who added or removed it; empty where it stayed, and where it only looks different because of others
 */
record DiffRow(Kind kind, YamlLine line, Optional<String> author) {
    enum Kind {
        Kept(' '),
        Removed('-'),
        Added('+');

        private final char sign;

        Kind(char sign) {
            this.sign = sign;
        }

        char sign() {
            return sign;
        }
    }

    boolean changed() {
        return kind != Kind.Kept;
    }

    /** The line behind its sign, as in a unified diff. */
    String text() {
        return kind.sign() + line.text();
    }
}
