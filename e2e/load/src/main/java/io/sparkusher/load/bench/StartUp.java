package io.sparkusher.load.bench;

import io.sparkusher.load.page.Figure;
import io.sparkusher.load.page.Goal;
import io.sparkusher.load.page.Section;
import io.sparkusher.load.page.Table;
import io.sparkusher.load.server.ClassArchive;
import io.sparkusher.load.server.Jvm;
import io.sparkusher.load.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** From the start of the process until it is ready, on all cores, with 1,000 policies, JVM by JVM. */
record StartUp(List<Row> rows) implements Section {
    private static final int POLICIES = 1000;
    private static final int NEWEST = 25;

    /**
     * One JVM.
     *
     * @param archive what kind of archive of classes it has; empty for none
     */
    record Row(int release, String archive, Times times) {
        private double target() {
            return release >= NEWEST ? 1.2 : 1.6;
        }

        private Goal goal() {
            return new Goal(
                    "start to ready with 1,000 policies, JDK %d with %s".formatted(release, archive),
                    "under %s s".formatted(target()),
                    Figure.ratio(times.seconds) + " s",
                    times.seconds < target());
        }
    }

    /** Medians of several starts. CPU time says how much of it was work, whatever else the machine did. */
    record Times(double seconds, double cpuSeconds) {}

    static StartUp measure(BenchSetup setup, List<Jvm> jvms, Path archives) throws IOException, InterruptedException {
        Path policies = setup.folders().ofCount(POLICIES);
        List<Row> rows = new ArrayList<>();
        for (Jvm jvm : jvms) {
            ClassArchive archive = ClassArchive.of(jvm);
            if (ClassArchive.isUsedBy(jvm)) {
                rows.add(new Row(jvm.release(), archive.kind(), times(setup, jvm, policies)));
            } else {
                rows.add(new Row(jvm.release(), "", times(setup, jvm, policies)));
                Path file = archives.resolve("jdk-" + jvm.release() + ".archive");
                Jvm prepared = archive.makeFor(jvm, setup.servers(), policies, file);
                rows.add(new Row(jvm.release(), archive.kind(), times(setup, prepared, policies)));
            }
        }
        return new StartUp(rows);
    }

    private static Times times(BenchSetup setup, Jvm jvm, Path policies) throws IOException, InterruptedException {
        double[] seconds = new double[setup.pace().starts()];
        double[] cpuSeconds = new double[seconds.length];
        for (int start = 0; start < seconds.length; start++) {
            try (ServerProcess server = setup.servers().unpinned("start", jvm, policies)) {
                seconds[start] = server.start().toNanos() / 1e9;
                cpuSeconds[start] = server.cpu().toNanos() / 1e9;
            }
        }
        return new Times(Medians.of(seconds), Medians.of(cpuSeconds));
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Goal> goals() {
        return rows.stream()
                .filter(row -> !row.archive.isEmpty())
                .map(Row::goal)
                .toList();
    }

    @Override
    public String markdown() {
        Table table = new Table("JDK", "Archive of classes", "Start to ready, s", "CPU until then, s");
        rows.forEach(row -> table.row(
                Integer.toString(row.release),
                row.archive.isEmpty() ? "none" : row.archive,
                Figure.ratio(row.times.seconds),
                Figure.ratio(row.times.cpuSeconds)));
        return table.toString();
    }
}
