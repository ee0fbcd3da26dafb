package io.sparkusher.load.bench;

import io.sparkusher.load.page.Goal;
import io.sparkusher.load.page.Section;
import java.util.List;

/** What was to be reached, of all sections. */
record Targets(List<Section> sections) implements Section {
    @Override
    public String name() {
        return "targets";
    }

    @Override
    public String markdown() {
        return Goal.table(
                sections.stream().flatMap(section -> section.goals().stream()).toList());
    }
}
