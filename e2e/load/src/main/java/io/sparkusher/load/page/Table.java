package io.sparkusher.load.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A table in Markdown. */
public final class Table {
    private final List<String> lines = new ArrayList<>();

    /** @param headings of the columns */
    public Table(String... headings) {
        row(headings);
        lines.add("|---".repeat(headings.length) + "|");
    }

    /** Adds a row of as many cells as there are headings. */
    public Table row(String... cells) {
        lines.add(Arrays.stream(cells).collect(Collectors.joining(" | ", "| ", " |")));
        return this;
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
