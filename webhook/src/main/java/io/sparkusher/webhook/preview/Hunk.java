package io.sparkusher.webhook.preview;

import java.util.ArrayList;
import java.util.List;

/**
 * Changed rows that stand together, and the rows around them.
 *
 * @param beforeLine the first line's number in the pod as it was, counted from 1
 * @param afterLine the first line's number in the pod as it is now, counted from 1
 */
record Hunk(int beforeLine, int afterLine, List<DiffRow> rows) {
    private static final int CONTEXT = 3;

    /** The hunks of a diff, in order; none where nothing changed. */
    static List<Hunk> of(List<DiffRow> rows) {
        List<Hunk> hunks = new ArrayList<>();
        int begin = 0;
        while (begin < rows.size()) {
            int end = begin;
            while (end < rows.size() && isNearChange(rows, end)) {
                end++;
            }
            if (end > begin) {
                hunks.add(between(rows, begin, end));
            }
            begin = end + 1;
        }
        return hunks;
    }

    private static boolean isNearChange(List<DiffRow> rows, int index) {
        return rows.subList(Math.max(0, index - CONTEXT), Math.min(rows.size(), index + CONTEXT + 1)).stream()
                .anyMatch(DiffRow::changed);
    }

    private static Hunk between(List<DiffRow> rows, int begin, int end) {
        List<DiffRow> earlier = rows.subList(0, begin);
        return new Hunk(
                1 + count(earlier, DiffRow.Kind.Added),
                1 + count(earlier, DiffRow.Kind.Removed),
                rows.subList(begin, end));
    }

    /** How many rows are of another kind. */
    private static int count(List<DiffRow> rows, DiffRow.Kind excepted) {
        return (int) rows.stream().filter(row -> row.kind() != excepted).count();
    }

    /** As in a unified diff, and where in the pod the first change is. */
    String header() {
        int before = count(rows, DiffRow.Kind.Added);
        int after = count(rows, DiffRow.Kind.Removed);
        return "@@ -%d,%d +%d,%d @@ %s"
                .formatted(beforeLine, before, afterLine, after, where())
                .stripTrailing();
    }

    private String where() {
        return rows.stream()
                .filter(DiffRow::changed)
                .findFirst()
                .map(row -> row.line().within())
                .orElse("");
    }
}
