package io.sparkusher.load.page;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Bars in groups, each with its figure above it.
 *
 * @param groups the names under the groups
 * @param target where to draw a line, in the unit of the values
 */
public record BarPanel(String title, List<String> groups, List<Series> series, OptionalDouble target) {
    static final int WIDTH = 420;
    static final int HEIGHT = 300;
    private static final int LEFT = 20;
    private static final int RIGHT = WIDTH - 44;
    private static final int TOP = 76;
    private static final int BOTTOM = HEIGHT - 34;
    private static final double BARS_OF_A_GROUP = 0.86;

    public BarPanel {
        groups = List.copyOf(groups);
        series = List.copyOf(series);
    }

    /**
     * Bars of one colour.
     *
     * @param values one for each group
     */
    public record Series(String name, List<Double> values) {
        public Series {
            values = List.copyOf(values);
        }
    }

    /** As the content of an SVG group. */
    String svg() {
        StringBuilder svg = new StringBuilder(text("title", LEFT, 22, title));
        legend(svg);
        for (int group = 0; group < groups.size(); group++) {
            double middle = LEFT + (group + 0.5) * groupWidth();
            svg.append(text("middle", middle, BOTTOM + 18, groups.get(group)));
            bars(svg, group);
        }
        target.ifPresent(
                value -> svg.append(line("target", y(value))).append(text("note", RIGHT + 4, y(value) + 4, "target")));
        return svg.append(line("axis", BOTTOM)).toString();
    }

    private void legend(StringBuilder svg) {
        for (int number = 0; number < series.size(); number++) {
            double x = LEFT + (number % 2) * (RIGHT - LEFT) / 2.0;
            double y = 34 + (number / 2) * 14;
            svg.append(rectangle(number, x, y, 9, 9));
            svg.append(text("note", x + 14, y + 8, series.get(number).name()));
        }
    }

    private void bars(StringBuilder svg, int group) {
        double width = groupWidth() * BARS_OF_A_GROUP / series.size();
        double left = LEFT + (group + (1 - BARS_OF_A_GROUP) / 2) * groupWidth();
        for (int number = 0; number < series.size(); number++) {
            double value = series.get(number).values().get(group);
            double x = left + number * width;
            svg.append(rectangle(number, x, y(value), width - 2, BOTTOM - y(value)));
            svg.append(text("value", x + width / 2 - 1, y(value) - 4, label(value)));
        }
    }

    private double groupWidth() {
        return (double) (RIGHT - LEFT) / groups.size();
    }

    private double y(double value) {
        double highest = series.stream()
                .flatMap(one -> one.values().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        double top = Math.max(highest, target.orElse(0));
        return BOTTOM - value / top * (BOTTOM - TOP);
    }

    private static String label(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }

    private static String rectangle(int series, double x, double y, double width, double height) {
        return String.format(
                Locale.ROOT,
                "<rect class=\"s%d\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>%n",
                series,
                x,
                y,
                width,
                height);
    }

    private static String line(String kind, double y) {
        return String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>%n",
                kind,
                LEFT,
                y,
                RIGHT,
                y);
    }

    // What is written has no characters that XML wants escaped: names of ours and numbers.
    private static String text(String kind, double x, double y, String text) {
        return String.format(Locale.ROOT, "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>%n", kind, x, y, text);
    }
}
