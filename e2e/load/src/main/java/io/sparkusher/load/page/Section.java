package io.sparkusher.load.page;

import java.util.List;

/** What a program has to say on the page. */
public interface Section {
    /** By which the page knows its place. */
    String name();

    /** All that is to stand there. */
    String markdown();

    /** What was to be reached, and whether it was. */
    default List<Goal> goals() {
        return List.of();
    }
}
