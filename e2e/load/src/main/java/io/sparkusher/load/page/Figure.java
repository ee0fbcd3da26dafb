package io.sparkusher.load.page;

import java.time.Duration;
import java.util.Locale;

/** How figures are written: no more digits than a second run would repeat. */
public final class Figure {
    private Figure() {}

    /** A multiple, to two digits after the point. */
    public static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** A whole number, with commas between thousands. */
    public static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    /** One digit after the point. */
    public static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** Milliseconds. */
    public static String millis(Duration time) {
        return String.format(Locale.ROOT, "%.2f", time.toNanos() / 1e6);
    }

    /** Seconds. */
    public static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.2f", time.toNanos() / 1e9);
    }
}
