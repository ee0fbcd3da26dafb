package io.sparkusher.webhook.preview;

import picocli.CommandLine.Help.Ansi;

/** When to use colours. The constants are named as people type them. */
enum ColorMode {
    /** On a terminal, unless the environment variable {@code NO_COLOR} is set. */
    auto,
    always,
    never;

    Paint paint() {
        return switch (this) {
            case auto -> new Paint(Ansi.AUTO.enabled());
            case always -> new Paint(true);
            case never -> new Paint(false);
        };
    }
}
