package io.sparkusher.load.bench;

import io.sparkusher.load.page.NamedSections;
import io.sparkusher.load.page.Plot;
import io.sparkusher.load.page.Section;
import io.sparkusher.load.server.ImageOptions;
import io.sparkusher.load.server.Jvm;
import io.sparkusher.load.server.Pinning;
import io.sparkusher.load.server.Servers;
import io.sparkusher.load.server.Servers.Programs;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The bench: measures, and writes what it found to the page. {@code e2e/load/bench} starts it. */
@Command(name = "bench", description = "Measures Spark Usher and writes docs/performance.md.", sortOptions = false)
public final class BenchCommand implements Callable<Integer> {
    private static final String PAGE = "performance.md";
    private static final String PLOT = "performance.svg";

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--root", hidden = true, required = true)
    private Path root = Path.of("");

    @Option(names = "--revision", hidden = true, defaultValue = "not known")
    private String revision = "";

    @Option(names = "--pinned", hidden = true)
    private boolean pinned;

    @Option(
            names = "--quick",
            description =
                    "See in a few minutes whether the bench works: its page, in e2e/load/target/bench, means little.")
    private boolean quick;

    @Option(
            names = "--server-flags",
            paramLabel = "FLAGS",
            split = " ",
            description = "Further JVM options of the server under test, with blanks between them.")
    private List<String> serverFlags = new ArrayList<>();

    @Option(
            names = "--java",
            paramLabel = "JAVA[,FLAG...]",
            description =
                    "Another java to measure starts of, with JVM options of its own; may be given more than once.")
    private List<String> otherJvms = new ArrayList<>();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BenchCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter output = Objects.requireNonNull(spec).commandLine().getOut();
        BenchPaths paths = new BenchPaths(root);
        Files.createDirectories(paths.scratch());
        List<String> options = ImageOptions.read(paths.imageOptions());
        Jvm jvm = Jvm.own(serverFlags);
        Bench bench = new Bench(setup(paths, options, jvm), paths, jvms(jvm), output);
        List<Section> sections = new ArrayList<>(bench.run());
        sections.add(new Targets(List.copyOf(sections)));
        sections.add(new Machine(
                revision, Stream.concat(options.stream(), serverFlags.stream()).toList(), pinned));
        write(sections, ThroughputPlot.of(bench.throughput()), paths);
        sections.forEach(section -> output.printf("%n## %s%n%s", section.name(), section.markdown()));
        output.flush();
        return ExitCode.OK;
    }

    private void write(List<Section> sections, Plot plot, BenchPaths paths) throws IOException {
        NamedSections page = NamedSections.read(paths.docs().resolve(PAGE));
        sections.forEach(section -> page.replace(section.name(), section.markdown()));
        Path folder = quick ? paths.scratch() : paths.docs();
        page.write(folder.resolve(PAGE));
        Files.writeString(folder.resolve(PLOT), plot.svg());
    }

    private BenchSetup setup(BenchPaths paths, List<String> options, Jvm jvm) throws IOException {
        Pinning pinning = pinned ? Pinning.ofCores(Machine.cores()) : Pinning.none();
        Servers servers = new Servers(new Programs(paths.usher(), paths.load(), options), pinning, paths.scratch());
        return new BenchSetup(
                servers, jvm, new PolicyFolders(paths.examples(), paths.scratch()), quick ? Pace.quick() : Pace.full());
    }

    private List<Jvm> jvms(Jvm own) {
        List<Jvm> jvms = new ArrayList<>(List.of(own));
        for (String text : otherJvms) {
            Jvm other = Jvm.parse(text);
            if (!Files.isExecutable(other.java())) {
                throw new ParameterException(
                        Objects.requireNonNull(spec).commandLine(), "--java: there is no " + other.java());
            }
            jvms.add(other);
        }
        return jvms;
    }
}
