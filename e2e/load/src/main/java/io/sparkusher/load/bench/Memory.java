package io.sparkusher.load.bench;

import io.sparkusher.load.page.Figure;
import io.sparkusher.load.page.Goal;
import io.sparkusher.load.page.Section;
import io.sparkusher.load.page.Table;
import java.util.List;

/**
 * The memory that the server has in RAM, in MiB.
 *
 * @param idle when it is ready and nobody has asked it anything
 * @param loaded after all of the loads that one server is put under here
 */
record Memory(double idle, double loaded) implements Section {
    private static final double TARGET_IDLE = 120;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public List<Goal> goals() {
        return List.of(new Goal(
                "memory, idle",
                "under %.0f MiB".formatted(TARGET_IDLE),
                Figure.whole(idle) + " MiB",
                idle < TARGET_IDLE));
    }

    @Override
    public String markdown() {
        return new Table("When", "Resident, MiB")
                .row("ready, before the first review", Figure.whole(idle))
                .row("after the loads above and those of large pods", Figure.whole(loaded))
                .toString();
    }
}
