package io.sparkusher.webhook.preview;

import java.io.PrintWriter;

/** What to print. The constants are named as people type them. */
enum OutputFormat {
    diff,
    yaml,
    json,
    patch,
    reasons;

    /** Whether a person reads it, so that headings, warnings and colours have a place in it. */
    boolean forPeople() {
        return switch (this) {
            case diff, reasons -> true;
            case yaml, json, patch -> false;
        };
    }

    /** @param several whether more than one pod is to be shown */
    PodPrinter printer(PrintWriter out, Paint paint, boolean several) {
        PodPrinter printer = switch (this) {
            case diff -> new DiffPrinter(out, paint);
            case yaml -> new YamlPrinter(out);
            case json -> new JsonPrinter(out);
            case patch -> new PatchPrinter(out);
            case reasons -> new ReasonsPrinter(out, paint);
        };
        return several && forPeople() ? new HeadedPrinter(out, paint, printer) : printer;
    }
}
