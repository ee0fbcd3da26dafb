package io.sparkusher.load.page;

import java.util.List;

/** What was to be reached, what was measured, and whether that is enough. */
public record Goal(String what, String target, String measured, boolean reached) {
    /** All of them in one table. */
    public static String table(List<Goal> goals) {
        Table table = new Table("What", "Target", "Measured", "Reached");
        goals.forEach(goal -> table.row(goal.what, goal.target, goal.measured, goal.reached ? "yes" : "**no**"));
        return table.toString();
    }
}
