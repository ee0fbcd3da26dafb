package io.sparkusher.webhook.preview;

import io.sparkusher.webhook.preview.Paint.Colour;
import java.util.List;

/** A diff as a person reads it: changed lines with, at their right, who changed them. */
final class DiffText {
    /** Longer lines push their own author to the right, not everybody's. */
    private static final int WIDEST_ALIGNED_LINE = 76;

    private final Paint paint;

    DiffText(Paint paint) {
        this.paint = paint;
    }

    /** The hunks, each line ended by a line feed; empty where nothing changed. */
    String of(List<DiffRow> rows) {
        int width = rows.stream()
                .filter(row -> row.author().isPresent())
                .mapToInt(row -> length(row.text()))
                .filter(length -> length <= WIDEST_ALIGNED_LINE)
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        for (Hunk hunk : Hunk.of(rows)) {
            text.append(paint.paint(Colour.Cyan, hunk.header())).append('\n');
            hunk.rows().forEach(row -> text.append(line(row, width)).append('\n'));
        }
        return text.toString();
    }

    private String line(DiffRow row, int width) {
        String text = painted(row);
        return row.author()
                .map(author -> text
                        + " ".repeat(Math.max(0, width - length(row.text())))
                        + paint.paint(Colour.Dim, "  # " + author))
                .orElse(text);
    }

    private String painted(DiffRow row) {
        return switch (row.kind()) {
            case Kept -> row.text();
            case Removed -> paint.paint(Colour.Red, row.text());
            case Added -> paint.paint(Colour.Green, row.text());
        };
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
